namespace Inventory.Http.Tests;

/// <summary>What looks like a success and is none.</summary>
public sealed class HiddenErrorTests
{
    [Test]
    public async Task An_error_inside_the_success_of_a_put_is_a_malformed_answer()
    {
        using var bench = new Bench(Steps.Answer(200, "Code: Denied\nMessage: No."));

        var error = await bench.FailAsync(Bench.Put());

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(error.Message, Does.Contain("Denied"));
    }

    [Test]
    public async Task A_body_that_is_no_error_does_not_spoil_the_success_of_a_put()
    {
        using var bench = new Bench(Steps.Answer(200, "{}"));

        var answer = await bench.SendAsync(Bench.Put());

        Assert.That(answer.Error, Is.Null);
    }

    [TestCase("key\n", "hushhush", null)]
    [TestCase("key", "hush\r\nhush", null)]
    [TestCase("key", "hushhush", "tal isman")]
    [TestCase("key", "hushhush", "tälisman")]
    public void A_key_that_no_header_can_carry_is_refused_without_being_shown(string id, string secret, string? token)
    {
        var error = Assert.Catch<ArgumentException>(() => _ = new CloudCredentials(id, secret, token));

        Assert.That(error!.Message, Does.Not.Contain("hush").And.Not.Contain("isman"));
    }

    [Test]
    public async Task Many_attempts_end_as_unavailable_and_not_in_a_number_that_is_too_large()
    {
        using var bench = new Bench([.. Enumerable.Repeat(Steps.Answer(503), 100)])
        {
            Options = new() { MaxAttempts = 100, MaxDelay = TimeSpan.FromMilliseconds(1) },
        };

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.Attempts), Is.EqualTo((InventoryErrorKind.Unavailable, 100)));
    }
}
