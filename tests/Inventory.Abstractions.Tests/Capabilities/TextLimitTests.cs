namespace Inventory.Abstractions.Tests.Capabilities;

[TestFixture]
public sealed class TextLimitTests
{
    private static readonly TextLimit TwoCharacters = new(2, LengthUnit.Characters, ".+", "1 or 2 characters");
    private static readonly TextLimit FourBytes = new(4, LengthUnit.Utf8Bytes, ".*", "up to 4 bytes");

    [TestCase("a")]
    [TestCase("ab")]
    [TestCase("清单")]
    [TestCase("📦🚀")]
    public void Characters_are_scalar_values_and_an_emoji_is_one(string text)
    {
        Assert.That(TwoCharacters.Problem(text), Is.Null);
    }

    [TestCase("📦")]
    [TestCase("清a")]
    [TestCase("abcd")]
    [TestCase("")]
    public void Bytes_are_those_of_utf8(string text)
    {
        Assert.That(FourBytes.Problem(text), Is.Null);
    }

    [Test]
    public void A_text_that_is_too_long_says_how_long_it_is_in_the_unit_that_counts()
    {
        Assert.That(TwoCharacters.Problem("📦🚀!"), Is.EqualTo("'📦🚀!' has 3 characters; it must be 1 or 2 characters."));
        Assert.That(FourBytes.Problem("清单"), Is.EqualTo("'清单' has 6 bytes; it must be up to 4 bytes."));
    }

    [Test]
    public void A_pattern_holds_for_the_whole_text()
    {
        var limit = new TextLimit(10, LengthUnit.Characters, "a|b", "a or b");

        Assert.That(limit.Problem("a"), Is.Null);
        Assert.That(limit.Problem("ab"), Is.EqualTo("'ab' must be a or b."));
        Assert.That(limit.Problem("a\n"), Is.EqualTo("'a\\u000a' must be a or b."));
        Assert.That(limit.Problem(""), Is.EqualTo("'' must be a or b."));
    }

    [Test]
    public void Half_of_a_surrogate_pair_is_refused_and_shown_by_its_number()
    {
        // An attribute cannot hold such a text: it is kept there in UTF-8.
        (string Text, string Shown)[] cases = [("\ud83d", @"'\ud83d'"), ("\udce6", @"'\udce6'"), ("a\udce6\ud83d", @"'a\udce6\ud83d'"), ("📦\ud83d", @"'📦\ud83d'")];
        var limit = new TextLimit(10, LengthUnit.Utf8Bytes, ".*", "anything");

        var problems = cases.Select(c => limit.Problem(c.Text));

        Assert.That(problems, Is.EqualTo(cases.Select(c => $"{c.Shown} is not well-formed Unicode: half of a surrogate pair stands alone.")));
    }

    [TestCase('x')]
    [TestCase('\u0001', TestName = "{m}(a control character)")]
    public void A_message_is_never_longer_than_a_person_reads(char c)
    {
        var problem = TwoCharacters.Problem(new string(c, 1_000_000));

        Assert.That(problem!.Length, Is.LessThan(600));
        Assert.That(problem, Does.Contain("…' has 1000000 characters"));
    }

    [Test]
    public void A_message_is_never_cut_through_a_surrogate_pair()
    {
        for (var before = 70; before < 90; before++)
        {
            var problem = TwoCharacters.Problem(new string('x', before) + string.Concat(Enumerable.Repeat("📦", 20)))!;

            Assert.That(() => new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(problem), Throws.Nothing);
            Assert.That(problem, Does.Not.Contain(@"\u"));
        }
    }

    [Test]
    public void Limits_compare_by_value()
    {
        Assert.That(new TextLimit(2, LengthUnit.Characters, ".+", "1 or 2 characters"), Is.EqualTo(TwoCharacters));
        Assert.That(new TextLimit(2, LengthUnit.Utf8Bytes, ".+", "1 or 2 characters"), Is.Not.EqualTo(TwoCharacters));
        Assert.That(TwoCharacters with { ServerAnswer = "400" }, Is.Not.EqualTo(TwoCharacters));
    }
}
