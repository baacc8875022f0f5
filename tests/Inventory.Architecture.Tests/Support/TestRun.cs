using System.Xml.Linq;

namespace Inventory.Architecture.Tests;

/// <summary>What a run of tests came to, as its result file says.</summary>
/// <param name="Results">The tests, in no order.</param>
internal sealed record TestRun(IReadOnlyList<TestRun.Result> Results)
{
    /// <summary>One test.</summary>
    /// <param name="Class">Its class, with the namespace.</param>
    /// <param name="Name">Its name, with its arguments.</param>
    /// <param name="Outcome">What it came to: Passed, Failed or NotExecuted.</param>
    /// <param name="Message">Why it did not pass.</param>
    internal sealed record Result(string Class, string Name, string Outcome, string? Message)
    {
        /// <summary>The name without arguments.</summary>
        public string Method => Name.Split('(')[0];
    }

    public static TestRun Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        var classes = All(root, "UnitTest").ToDictionary(
            test => test.Attribute("id")!.Value, test => All(test, "TestMethod").Single().Attribute("className")!.Value, StringComparer.Ordinal);
        return new([.. All(root, "UnitTestResult").Select(result => new Result(
            classes[result.Attribute("testId")!.Value],
            result.Attribute("testName")!.Value,
            result.Attribute("outcome")!.Value,
            All(result, "Message").FirstOrDefault()?.Value))]);
    }

    private static IEnumerable<XElement> All(XElement parent, string name) => parent.Descendants().Where(e => e.Name.LocalName == name);
}
