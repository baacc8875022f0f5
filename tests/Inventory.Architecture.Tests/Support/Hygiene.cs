using System.Text.RegularExpressions;

namespace Inventory.Architecture.Tests;

/// <summary>Finds what ties a repository to one machine or one package source.</summary>
internal static partial class Hygiene
{
    /// <summary>Paths of a machine in a text.</summary>
    public static IEnumerable<string> MachinePaths(string text) => MachinePath().Matches(text).Select(match => match.Value);

    /// <summary>Whether a file is one that names package sources.</summary>
    public static bool IsPackageSourceFile(string file) => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase);

    /// <summary>Addresses of package sources in a text, and settings that hold them.</summary>
    public static IEnumerable<string> PackageSources(string text) => PackageSource().Matches(text).Select(match => match.Value);

    /// <summary>What code can change in how the certificates of servers are checked.</summary>
    public static IEnumerable<string> CertificateSwitches(string code) => CertificateSwitch().Matches(code).Select(match => match.Value);

    // Not the path of a URL: that follows a host. Not one of many letters: /workspace, /temporary.
    [GeneratedRegex(@"(?<![\w.\-\])}*])/(?:tmp|home|work|root)(?![\w\-])|\b[A-Za-z]:\\(?:Users|home|work|temp)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://[^\s""'<>]*(?:/v3/index\.json|/nuget/v\d|api\.nuget\.org)[^\s""'<>]*|<package[S]ource\w*|<(?:Restore(?:Additional)?(?:Project)?Sources|RestoreConfigFile)\b|--(?:add-)?source\s+\S+", RegexOptions.IgnoreCase)]
    private static partial Regex PackageSource();

    [GeneratedRegex(@"\b(?:\w*CertificateValidationCallback|\w*CustomValidationCallback|DangerousAcceptAnyServerCertificateValidator|ServicePointManager|SslOptions|SslStream)\b")]
    private static partial Regex CertificateSwitch();
}
