namespace Inventory.Architecture.Tests;

public sealed class GuideReadingTests
{
    private const string Code = "class A\n{\n    int B => 1;\n}\n";

    [TestCase("`A.cs`:\n```csharp\nx\n```", "File", "A.cs")]
    [TestCase("In `A.cs`:\n```csharp\nx\n```", "Lines", "A.cs")]
    [TestCase("No more in `A.cs`:\n```csharp\nx\n```", "Removed", "A.cs")]
    [TestCase("```console\nx\n```", "Console", "")]
    [TestCase("```csharp\nx\n```", "Unmarked", "")]
    [TestCase("`A.cs`:\n\n```csharp\nx\n```", "Unmarked", "")]
    public void A_block_is_what_the_line_before_it_says(string text, string kind, string file)
    {
        var block = Guide.Parse(text).Blocks().Single();

        Assert.That((block.Kind.ToString(), block.File, block.Text), Is.EqualTo((kind, file, "x\n")));
    }

    [Test]
    public void A_line_takes_the_place_of_the_member_that_it_names() =>
        Assert.That(Guide.With(Code, ["    int B => 2;"]), Is.EqualTo("class A\n{\n    int B => 2;\n}\n"));

    [Test]
    public void A_line_of_a_new_member_comes_last_and_can_be_taken_out_again()
    {
        var with = Guide.With(Code, ["    int C => 2;"]);

        Assert.That(with, Is.EqualTo("class A\n{\n    int B => 1;\n    int C => 2;\n}\n"));
        Assert.That(Guide.Without(with, ["    int C => 2;"]), Is.EqualTo(Code));
    }

    [TestCase("  Failed A [39 ms]", "  Failed A [1 s]", true)]
    [TestCase("  Failed A [< 1 ms]", "  Failed A [1 s]", true)]
    [TestCase("Total: 2, Duration: 3 s - A.dll", "Total: 2, Duration: 646 ms - A.dll", true)]
    [TestCase("  Failed A [39 ms]", "  Failed B [39 ms]", false)]
    [TestCase("Total: 2, Duration: 3 s - A.dll", "Total: 3, Duration: 3 s - A.dll", false)]
    public void Lines_that_differ_in_times_alone_are_the_same(string one, string other, bool isSame) =>
        Assert.That(Guide.WithoutTimes(one) == Guide.WithoutTimes(other), Is.EqualTo(isSame));

    [Test]
    public void Of_numbers_the_line_that_took_its_place_is_found() =>
        Assert.That(Guide.WithoutNumbers("Passed:     9, Total: 1"), Is.EqualTo(Guide.WithoutNumbers("Passed:   209, Total: 12")));

    [Test]
    public void A_command_is_parted_at_spaces_but_not_between_quotes() =>
        Assert.That(CommandLine.Split("test --filter \"Name~a b\" -x"), Is.EqualTo(["test", "--filter", "Name~a b", "-x"]));
}
