using System.Text;
using Inventory.Documents;

namespace Inventory.Planning.Tests;

public sealed class DesiredStateGarbageTests
{
    private static readonly string[] Pieces = ["", " ", "\n", ":", "- ", "{", "}", "[", "]", ",", "null", "7", "true", "*", "&a", "\"", "x", "from: base", "Once", "\t", "\u0000", "\uD83D"];

    [TestCase(Fleet.Full, TestName = "{m}(YAML)")]
    [TestCase(Fleet.Json, TestName = "{m}(JSON)")]
    public void A_spoiled_file_is_read_or_refused_and_never_anything_else(string text)
    {
        var random = new Random(20261121);
        var refused = 0;

        for (var i = 0; i < 3000; i++)
        {
            try
            {
                _ = Fleet.Read(Spoil(text, random));
            }
            catch (InvalidDocumentException e)
            {
                Assert.That(e.Problems, Is.Not.Empty);
                refused++;
            }
        }

        Assert.That(refused, Is.InRange(1000, 2999));
    }

    [TestCase(Fleet.Full, TestName = "{m}(YAML)")]
    [TestCase(Fleet.Json, TestName = "{m}(JSON)")]
    public void A_file_that_is_cut_short_is_read_or_refused_and_never_anything_else(string text)
    {
        for (var length = 0; length < text.Length; length++)
        {
            try
            {
                _ = Fleet.Read(text[..length]);
            }
            catch (InvalidDocumentException e)
            {
                Assert.That(e.Problems, Is.Not.Empty);
            }
        }
    }

    private static string Spoil(string text, Random random)
    {
        var spoiled = new StringBuilder(text);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(spoiled.Length);
            _ = spoiled.Remove(at, Math.Min(random.Next(0, 6), spoiled.Length - at)).Insert(at, Pieces[random.Next(Pieces.Length)]);
        }

        return spoiled.ToString();
    }

    [Test]
    public void Patterns_that_would_take_hours_are_refused()
    {
        var many = string.Join(',', Enumerable.Range(0, 20_000).Select(n => $"bucket{n}"));
        var stars = string.Join(',', Enumerable.Repeat("\"*************************************\"", 2_000));
        string[] files =
        [
            $"{{ version: 1, accounts: {{ a: {{ buckets: [{many}] }} }}, rules: {{ r: {{ schedule: Weekly, destination: {{ bucket: reports }} }} }}, assignments: [{{ account: a, buckets: [{stars}], rules: [r] }}] }}",
            $"{{ version: 1, accounts: {{ a: {{ buckets: [{new string('a', 300_000)}] }} }}, rules: {{ r: {{ schedule: Weekly, destination: {{ bucket: reports }} }} }}, assignments: [{{ account: a, buckets: [\"*{new string('a', 150_000)}b\"], rules: [r] }}] }}",
        ];

        foreach (var file in files)
        {
            Assert.That(() => new DesiredStateReader([]).Read($"# A fleet\n{file}", "fleet.yaml"), Throws.TypeOf<InvalidDocumentException>().With.Message.Contains("Split the file"));
        }
    }
}
