namespace Inventory.Abstractions.Tests.Errors;

/// <summary>Texts that others wrote, in messages.</summary>
public sealed class ShownTextTests
{
    [TestCase("", "")]
    [TestCase("cn-hangzhou", "cn-hangzhou")]
    [TestCase("a\r\nb\tc\u0085d", "a\uFFFD\uFFFDb\uFFFDc\uFFFDd")]
    [TestCase("\u001b[31m\u202Etxt\u2066\u200B\u2028", "\uFFFD[31m\uFFFDtxt\uFFFD\uFFFD\uFFFD", TestName = "{m}(an escape, and text that is turned)")]
    public void A_text_is_shown_without_what_commands_a_terminal_or_turns_the_text(string text, string shown) =>
        Assert.That(ShownText.Of(text), Is.EqualTo(shown));

    [TestCase("12345", "12345")]
    [TestCase("123456", "12345…")]
    [TestCase("1234😀6", "1234…")]
    public void A_long_text_is_cut_between_characters(string text, string shown) => Assert.That(ShownText.Of(text, 5), Is.EqualTo(shown));

    [Test]
    public void Sixty_are_shown_unless_another_number_is_asked_for() =>
        Assert.That(ShownText.Of(new('a', 61)), Is.EqualTo($"{new string('a', 60)}…"));

    [Test]
    public void No_text_and_no_length_are_refused()
    {
        Assert.That(() => ShownText.Of(null!), Throws.ArgumentNullException);
        Assert.That(() => ShownText.Of("a", 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
