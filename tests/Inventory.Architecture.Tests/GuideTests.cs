namespace Inventory.Architecture.Tests;

/// <summary>The guide to an adapter is walked as its reader walks it: each block is written, each command is run, and prints what the guide says.</summary>
/// <remarks>Where the kit has grown, <c>REGENERATE=1 dotnet test tests/Inventory.Architecture.Tests --filter GuideTests</c> puts the new numbers in.</remarks>
[TestFixture]
public sealed class GuideTests
{
    private const string Readme = "src/Inventory.Conformance/README.md";

    private const int LinesToShow = 40;

    private static readonly bool IsRegenerating = Environment.GetEnvironmentVariable("REGENERATE") == "1";

    private readonly Guide _guide = Guide.Parse(Repository.Read(Readme));

    [Test]
    public void Every_block_of_code_is_a_file_a_change_to_one_or_a_command() =>
        Assert.That(_guide.Blocks().Where(block => block.Kind == Guide.Kind.Unmarked).Select(block => block.Text), Is.Empty, "Nothing holds such a block to what is true.");

    [Test]
    public async Task Every_level_prints_what_the_guide_says_and_the_last_leaves_the_adapter_of_this_repository()
    {
        var project = new OutsiderProject(await OutsiderFeed.SharedAsync(), "guide");
        List<string> differences = [];

        foreach (var block in _guide.Blocks())
        {
            await FollowAsync(project, block, differences);
        }

        if (IsRegenerating)
        {
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, Readme), _guide.ToString());
        }

        Findings.AssertNone(differences);
        Assert.That(project.Files.Keys, Is.EquivalentTo(OutsiderProject.Finished.Keys));
        Assert.That(project.Files.Where(file => file.Value != OutsiderProject.Finished[file.Key]).Select(file => file.Value), Is.Empty, "The guide ends with another file.");
    }

    private async Task FollowAsync(OutsiderProject project, Guide.Block block, List<string> differences)
    {
        switch (block.Kind)
        {
            case Guide.Kind.File:
                project.Files[block.File] = block.Text;
                break;
            case Guide.Kind.Lines:
                project.Files[block.File] = Guide.With(project.Files[block.File], block.Content);
                break;
            case Guide.Kind.Removed:
                project.Files[block.File] = Guide.Without(project.Files[block.File], block.Content);
                break;
            default:
                Assert.That(block.Content[0], Does.StartWith("$ dotnet "));
                var said = await project.RunAsync(CommandLine.Split(block.Content[0]["$ dotnet ".Length..]));
                differences.AddRange(Compare(block, said));
                break;
        }
    }

    /// <summary>Every line that the guide shows is printed, in that order.</summary>
    private IEnumerable<string> Compare(Guide.Block block, string said)
    {
        var printed = said.Split('\n').Select(line => line.TrimEnd()).ToList();
        var next = 0;
        for (var i = 1; i < block.Content.Count; i++)
        {
            var shown = block.Content[i];
            if (shown is Guide.Elision or "")
            {
                continue;
            }

            var at = printed.FindIndex(next, line => Guide.WithoutTimes(line) == Guide.WithoutTimes(shown));
            if (at < 0 && IsRegenerating && (at = printed.FindIndex(next, line => Guide.WithoutNumbers(line) == Guide.WithoutNumbers(shown))) >= 0)
            {
                _guide.Replace(block.First + i, printed[at]);
            }

            if (at < 0)
            {
                yield return $"{block.Content[0]}\nThe guide shows: {shown}\nIt printed, at its end:\n{string.Join('\n', printed.TakeLast(LinesToShow))}";
                yield break;
            }

            next = at + 1;
        }
    }
}
