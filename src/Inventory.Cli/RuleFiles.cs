using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Documents;

namespace Inventory.Cli;

/// <summary>The formats of rule files that the command reads and writes.</summary>
internal static class RuleFiles
{
    public static RuleDocumentFormats Formats { get; } = new(
    [
        new OssXmlFormat(),
        new BosJsonFormat(),
        new OssutilJsonFormat(),
        new NeutralJsonFormat([new OssExtensionDocument(), new OssAccessDocument(), new BosExtensionDocument()]),
    ]);

    /// <summary>Reads a rule file.</summary>
    /// <exception cref="InventoryException">It cannot be read as a rule; the message names the file and every problem.</exception>
    public static async Task<RuleDocument> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new InventoryException(InventoryErrorKind.InvalidDocument, $"There is no file '{file.FullName}'.");
        }

        try
        {
            return Formats.Read(await File.ReadAllTextAsync(file.FullName, cancellationToken));
        }
        catch (InventoryException e)
        {
            throw new InventoryException(e.Kind, $"{file.Name}: {e.Message}", e);
        }
    }
}
