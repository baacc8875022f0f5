using Inventory.AlibabaOss;
using Inventory.BaiduBos;
using Inventory.Tests;

namespace Inventory.Cli.Tests;

/// <summary>The matrix in the README is generated from the adapters' tables. Set <c>REGENERATE=1</c> to write it anew.</summary>
public sealed class ReadmeMatrixTests
{
    private const string Begin = "<!-- capability matrix: generated -->\n";
    private const string End = "<!-- end of capability matrix -->";

    [Test]
    public void The_matrix_in_the_README_is_the_one_that_the_tables_make()
    {
        var path = Readme();
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var matrix = CapabilityMatrix.ToMarkdown(OssCapabilities.Default, BosCapabilities.Default);

        if (Environment.GetEnvironmentVariable("REGENERATE") == "1")
        {
            File.WriteAllText(path, text[..begin] + matrix + text[end..]);
        }

        Assert.That(text[begin..end], Is.EqualTo(matrix), "The README is stale: run this test with REGENERATE=1, and again without.");
    }

    internal static string Readme() => Path.Combine(SolutionFolder.FullName, "README.md");
}
