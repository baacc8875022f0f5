using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Documents;

namespace Inventory.Cli;

/// <summary>The formats of rule files that the command reads and writes.</summary>
internal static class RuleFormats
{
    /// <summary>The name of the neutral format in which rules are written unless another is asked for.</summary>
    public const string Neutral = "json";

    /// <summary>How the extensions of all clouds are written, in rules and in fleets.</summary>
    public static IReadOnlyList<IExtensionDocument> Extensions { get; } = [new OssExtensionDocument(), new OssAccessDocument(), new BosExtensionDocument()];

    /// <summary>Every format, the most specific first.</summary>
    public static RuleDocumentFormats All { get; } = new(
    [
        new OssXmlFormat(),
        new BosJsonFormat(),
        new OssutilJsonFormat(),
        new NeutralJsonFormat([.. Extensions]),
        new NeutralYamlFormat([.. Extensions]),
    ]);

    /// <summary>The names of the formats, for help and messages.</summary>
    public static string Names { get; } = string.Join('|', All.Names);

    /// <summary>The cloud whose own format it is; null for a neutral one.</summary>
    public static Cloud? Owner(IRuleDocumentFormat format) => format switch
    {
        OssXmlFormat or OssutilJsonFormat => CloudDirectory.Oss,
        BosJsonFormat => CloudDirectory.Bos,
        _ => null,
    };

    /// <summary>A rule as a text that ends in one line end.</summary>
    public static string Write(string format, RuleDocument document) => All[format].Write(document).TrimEnd('\n') + "\n";
}
