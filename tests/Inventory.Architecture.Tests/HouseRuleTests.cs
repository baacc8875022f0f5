namespace Inventory.Architecture.Tests;

public sealed class HouseRuleTests
{
    private static IEnumerable<string> CodeFiles => Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    [Test]
    public void No_file_is_too_long() =>
        Findings.AssertNone(CodeFiles.Select(file => HouseRules.TooLong(file, Repository.Read(file))));

    [Test]
    public void Every_file_is_named_as_one_of_its_public_types() =>
        Findings.AssertNone(CodeFiles.Select(file => HouseRules.Misnamed(file, Repository.Read(file))));

    [Test]
    public void Every_test_case_has_a_name_that_a_filter_selects() =>
        Findings.AssertNone(CodeFiles.Select(file => HouseRules.Unselectable(file, Repository.Read(file))));

    [Test]
    public void Every_long_file_that_is_allowed_is_there_long_and_has_a_reason()
    {
        Assert.That(HouseRules.LongFiles.Keys, Is.SubsetOf(CodeFiles));
        Assert.That(HouseRules.LongFiles.Values, Is.All.Not.Empty);
        Assert.That(HouseRules.LongFiles.Keys.Where(file => Repository.Read(file).Split('\n').Length <= HouseRules.LongestFile), Is.Empty);
    }

    [TestCase("src/A.cs", 250, false)]
    [TestCase("src/A.cs", 251, true)]
    [TestCase("adapters/A.cs", 251, true)]
    [TestCase("tests/A.cs", 500, false)]
    [TestCase("tests/A.cs", 501, true)]
    public void A_file_that_is_too_long_is_found(string file, int lines, bool isFound) =>
        Assert.That(HouseRules.TooLong(file, string.Concat(Enumerable.Repeat("x\n", lines))) is not null, Is.EqualTo(isFound));

    [TestCase("""[TestCase("a\u0001")]""", true)]
    [TestCase("""[TestCase("a", 1, "\\\u001B")]""", true)]
    [TestCase("""[TestCase("\uFFFE")]""", true)]
    [TestCase("""[TestCase('\uD83D')]""", true)]
    [TestCase("""[TestCase("a\u0001", TestName = "{m}(a control character)")]""", false)]
    [TestCase("""[TestCase("a\\u0001")]""", false)]
    [TestCase("""[TestCase("\u0085\uFEFF\uD83D\uDE00")]""", false)]
    public void A_case_that_no_filter_selects_is_found(string line, bool isFound) =>
        Assert.That(HouseRules.Unselectable("tests/ATests.cs", $"    {line}\n    public void A() {{ }}\n") is not null, Is.EqualTo(isFound));

    [TestCase("Other.cs", "public sealed class Thing\n{\n}")]
    [TestCase("Other.cs", "public sealed record Thing(int A);")]
    [TestCase("Other.cs", "public readonly record struct Thing(int A);")]
    [TestCase("Other.cs", "public static partial class Thing\n")]
    [TestCase("Other.cs", "public interface Thing<in T>\n")]
    [TestCase("Other.cs", "public enum Thing : byte\n")]
    [TestCase("Other.cs", "public delegate Task<int> Thing(int a);")]
    [TestCase("Things.cs", "public enum Thing\n{\n}\n\npublic sealed class Companion\n{\n}\n")]
    public void A_file_with_another_name_is_found(string file, string text) =>
        Assert.That(HouseRules.Misnamed($"src/{file}", $"namespace X;\n\n{text}"), Does.Contain("Thing"));

    [TestCase("Thing.cs", "public sealed class Thing\n{\n    public enum Nested\n    {\n    }\n}\n\npublic enum Companion\n{\n}\n")]
    [TestCase("Thing.FromWire.cs", "internal static partial class Thing\n")]
    [TestCase("Thing.Part.cs", "public static partial class Thing\n")]
    [TestCase("Other.cs", "internal sealed class Thing\n")]
    [TestCase("Other.cs", "// public class Thing\n")]
    public void Files_named_by_the_rule_are_left_alone(string file, string text) =>
        Assert.That(HouseRules.Misnamed($"src/{file}", $"namespace X;\n\n{text}"), Is.Null);
}
