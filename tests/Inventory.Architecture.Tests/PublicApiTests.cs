using System.Reflection;

namespace Inventory.Architecture.Tests;

/// <summary>The public API of each library is the one in its text. <c>REGENERATE=1</c> writes every text anew.</summary>
public sealed class PublicApiTests
{
    private const string Folder = "tests/Inventory.Architecture.Tests/PublicApi";

    private static readonly bool IsWriting = Environment.GetEnvironmentVariable("REGENERATE") == "1";

    private static IEnumerable<string> Libraries => Packages.Libraries.Select(project => project.Name);

    [TestCaseSource(nameof(Libraries))]
    public void The_public_API_is_the_one_that_was_approved(string library)
    {
        var path = Path.Combine(Repository.Root, Folder, $"{library}.txt");
        var actual = ApiText.Of(Assembly.Load(library));
        if (IsWriting)
        {
            File.WriteAllText(path, actual);
        }

        Assert.That(path, Does.Exist, $"The public API of {library} was never approved. Read and commit what this writes: {ApiText.Command}");
        var approved = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.That(actual, Is.EqualTo(approved), $"The public API of {library} has changed:\n{LineDifference.Of(approved, actual)}\nIf that is meant: {ApiText.Command}");
    }

    [Test]
    public void There_is_no_text_without_a_library()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder)).Select(path => (Path: path, Name: Path.GetFileNameWithoutExtension(path))).ToList();
        var stray = texts.Where(text => !Libraries.Contains(text.Name)).ToList();
        if (IsWriting)
        {
            stray.ForEach(text => File.Delete(text.Path));
            stray.Clear();
        }

        Assert.That(stray.Select(text => text.Name), Is.Empty, $"Texts of no library. Remove them with: {ApiText.Command}");
    }

    [Test]
    public void What_went_and_what_came_is_shown_a_line_each_with_its_type() =>
        Assert.That(LineDifference.Of("A\n    same\n    gone\n", "A\n    same\nB\n    came\n    same\n"), Is.EqualTo("- gone    in A\n+ B\n+ came    in B\n+ same    in B"));

    [Test]
    public void Lines_that_changed_their_places_alone_are_told_too() =>
        Assert.That(LineDifference.Of("a\nb\n", "b\na\n"), Is.EqualTo("The same lines in another order."));
}
