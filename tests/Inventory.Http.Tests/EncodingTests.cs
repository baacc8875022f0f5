namespace Inventory.Http.Tests;

public sealed class EncodingTests
{
    [TestCase("a b", "a%20b")]
    [TestCase("a+b", "a%2Bb")]
    [TestCase("100%", "100%25")]
    [TestCase("%41%2F", "%2541%252F")]
    [TestCase("a&b=c", "a%26b%3Dc")]
    [TestCase("a#b?c", "a%23b%3Fc")]
    [TestCase("a/b/../c", "a%2Fb%2F..%2Fc")]
    [TestCase("..", "..")]
    [TestCase("规则", "%E8%A7%84%E5%88%99")]
    [TestCase("🪣", "%F0%9F%AA%A3")]
    [TestCase("~!*'()", "~%21%2A%27%28%29")]
    [TestCase("-._~AZaz09", "-._~AZaz09")]
    [TestCase("{id}", "%7Bid%7D")]
    [TestCase("a;b,c:d@e$f", "a%3Bb%2Cc%3Ad%40e%24f")]
    [TestCase("\"<>\\^`|[]", "%22%3C%3E%5C%5E%60%7C%5B%5D")]
    [TestCase("tab\tend", "tab%09end")]
    [TestCase("ÄÖÜ ß", "%C3%84%C3%96%C3%9C%20%C3%9F")]
    public async Task A_rule_id_is_encoded_exactly_once_and_is_what_was_signed(string id, string encoded)
    {
        using var bench = new Bench(Steps.Answer(200));

        _ = await bench.SendAsync(Bench.Get(id));

        var uri = bench.Service.Sent[0].Uri;
        var signed = bench.Signer.Requests[0].Query[1].Value;
        Assert.That(uri.PathAndQuery, Is.EqualTo($"/?inventory&ruleId={encoded}"));
        Assert.That(PercentEncoding.Encode(signed), Is.EqualTo(encoded));
        Assert.That(Uri.UnescapeDataString(encoded), Is.EqualTo(id));
    }

    [Test]
    public async Task An_empty_value_is_sent_without_an_equals_sign_and_the_order_is_kept()
    {
        using var bench = new Bench(Steps.Answer(200));

        _ = await bench.SendAsync(Bench.Get() with { Query = [new("z", "1"), new("inventory", ""), new("a", "2"), new("a", "1")] });

        Assert.That(bench.Service.Sent[0].Uri.Query, Is.EqualTo("?z=1&inventory&a=2&a=1"));
    }

    [TestCase("/photos", "/photos")]
    [TestCase("/photos/", "/photos/")]
    [TestCase("/with space/ü", "/with%20space/%C3%BC")]
    [TestCase("/a+b%:c", "/a%2Bb%25%3Ac")]
    public async Task A_path_keeps_its_slashes(string path, string encoded)
    {
        using var bench = new Bench(Steps.Answer(200));

        _ = await bench.SendAsync(Bench.Get() with { Path = path });

        Assert.That(bench.Service.Sent[0].Uri.AbsolutePath, Is.EqualTo(encoded));
        Assert.That(PercentEncoding.EncodePath(bench.Signer.Requests[0].Path), Is.EqualTo(encoded));
    }

    [TestCase("th-TH")]
    [TestCase("fi-FI")]
    [TestCase("tr-TR")]
    public async Task No_culture_changes_what_is_sent_or_said(string culture)
    {
        var (invariantSent, invariantMessage) = await SentAndSaidAsync();
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new(culture);
        try
        {
            Assert.That((1.5).ToString(Thread.CurrentThread.CurrentCulture) != "1.5" || culture == "th-TH", "The culture is not really there.");
            Assert.That(Thread.CurrentThread.CurrentCulture.Calendar.GetYear(new(2026, 1, 1)), Is.EqualTo(culture == "th-TH" ? 2569 : 2026), "The culture is not really there.");

            var (sent, message) = await SentAndSaidAsync();

            Assert.That(sent, Is.EqualTo(invariantSent));
            Assert.That(message, Is.EqualTo(invariantMessage));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static async Task<(string Sent, string Message)> SentAndSaidAsync()
    {
        using var bench = new Bench(
            Steps.Refuse(503, "SlowDown", "No.", ("Retry-After", "Sun, 01 Mar 2026 08:00:02 GMT")), Steps.Refuse(400, "Vague", "No.", ("Retry-After", "1")));

        var error = await bench.FailAsync(Bench.Put(ruleId: "Iıİi-é"));

        var sent = bench.Service.Sent.Select(s => $"{s.Method} {s.Uri.AbsoluteUri} {string.Join('|', s.Headers.Select(h => $"{h.Key}={h.Value}"))}");
        return (string.Join('\n', sent), $"{error.Message} {error.RetryAfter} {string.Join(',', bench.Clock.Waits)}");
    }
}
