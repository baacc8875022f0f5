using System.Text;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Documents;

namespace Inventory.Cli;

/// <summary>The formats of rule files that the command reads and writes.</summary>
internal static class RuleFiles
{
    // Bytes that are not UTF-8 would otherwise become other characters, without a word.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static RuleDocumentFormats Formats { get; } = new(
    [
        new OssXmlFormat(),
        new BosJsonFormat(),
        new OssutilJsonFormat(),
        new NeutralJsonFormat([new OssExtensionDocument(), new OssAccessDocument(), new BosExtensionDocument()]),
    ]);

    /// <summary>Reads a rule file.</summary>
    /// <returns>What it holds, and the provider whose own format it is in; null for the neutral one.</returns>
    /// <exception cref="InventoryException">It cannot be read as a rule; the message names the file and every problem.</exception>
    public static async Task<(RuleDocument Document, string? Provider)> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new InventoryException(InventoryErrorKind.InvalidDocument, $"There is no file '{file.FullName}'.");
        }

        try
        {
            var text = await File.ReadAllTextAsync(file.FullName, StrictUtf8, cancellationToken);
            var format = Formats.Detect(text);
            return (Formats.Read(text, format.Name), Owner(format));
        }
        catch (DecoderFallbackException e)
        {
            throw new InventoryException(InventoryErrorKind.InvalidDocument, $"{file}: The document is not UTF-8. Save it as UTF-8 and try again.", e);
        }
        catch (InventoryException e)
        {
            throw new InventoryException(e.Kind, $"{file}: {e.Message}", e);
        }
    }

    private static string? Owner(IRuleDocumentFormat format) => format switch
    {
        OssXmlFormat or OssutilJsonFormat => OssCapabilities.ProviderName,
        BosJsonFormat => BosCapabilities.ProviderName,
        _ => null,
    };
}
