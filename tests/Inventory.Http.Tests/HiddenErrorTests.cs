namespace Inventory.Http.Tests;

/// <summary>What looks like a success and is none.</summary>
public sealed class HiddenErrorTests
{
    private static readonly (string, string) Id = ("x-sample-request-id", "H-1");

    private static IEnumerable<ServiceRequest> Writes => [Bench.Put(), Bench.Delete()];

    [TestCaseSource(nameof(Writes))]
    public async Task An_error_inside_the_success_of_a_write_is_a_malformed_answer_with_everything_that_it_says(ServiceRequest write)
    {
        using var bench = new Bench(Steps.Refuse(200, "Busy", "Try later.", Id, ("x-sample-trace", "T-9")), Steps.Answer(200));

        var error = await bench.FailAsync(write);

        AssertHolds(error, "Busy", "Try later.", "H-1");
        Assert.That(error.Diagnostics["x-sample-trace"], Is.EqualTo("T-9"));
        Assert.That(error.Message, Is.EqualTo(
            $"'sample' answered 200 to {write.Method} of inventory rule 'nightly' of bucket 'photos', and the answer is an error Busy: Try later. Request id H-1. x-sample-trace T-9."));
        Assert.That(bench.Service.Sent, Has.Count.EqualTo(1), "It may have been done.");
    }

    [Test]
    public async Task Where_no_header_has_the_request_id_the_body_has()
    {
        using var bench = new Bench(Steps.Refuse(200, "Busy"));

        AssertHolds(await bench.FailAsync(Bench.Put()), "Busy", "No.", "R-1");
    }

    [TestCaseSource(nameof(Writes))]
    public async Task An_error_without_a_code_is_one_too(ServiceRequest write)
    {
        using var bench = new Bench(Steps.Answer(200, "Message: No.", Id));

        AssertHolds(await bench.FailAsync(write), null, "No.", "H-1");
    }

    [TestCaseSource(nameof(Writes))]
    public async Task A_body_that_is_no_error_does_not_spoil_the_success_of_a_write_that_the_service_answered(ServiceRequest write)
    {
        using var bench = new Bench(Steps.Answer(200, "{}", Id));

        var answer = await bench.SendAsync(write);

        Assert.That((answer.Error, answer.RequestId), Is.EqualTo(((InventoryException?)null, "H-1")));
    }

    [TestCase("{}")]
    [TestCase("<html>Sign in</html>")]
    [TestCase("\uFEFF.")]
    public async Task Without_a_request_id_a_body_is_not_the_services_and_the_write_is_no_success(string body)
    {
        foreach (var write in Writes)
        {
            using var bench = new Bench(Steps.Answer(200, body), Steps.Answer(200));

            var error = await bench.FailAsync(write);

            AssertHolds(error, null, null, null);
            Assert.That(error.Message, Does.Contain("no header x-sample-request-id").And.Contain("proxy"));
            Assert.That(bench.Service.Sent, Has.Count.EqualTo(1));
        }
    }

    [TestCase("")]
    [TestCase(" \r\n\t")]
    [TestCase("\uFEFF\n")]
    public async Task A_blank_body_says_nothing_whoever_answered(string body)
    {
        foreach (var write in Writes)
        {
            using var bench = new Bench(Steps.Answer(200, body));

            Assert.That((await bench.SendAsync(write)).Error, Is.Null);
        }
    }

    [TestCase("x-sample-request-id", "H-1", "H-1")]
    [TestCase("x-sample-other", "1", "R-1")]
    public async Task An_error_that_a_read_finds_where_a_document_should_be_is_told(string header, string value, string id)
    {
        using var bench = new Bench(Steps.Refuse(200, "Busy", "Try later.", (header, value), ("x-sample-trace", "T-9")));
        var cause = new InventoryException(InventoryErrorKind.InvalidDocument, "line 1: no rule");
        var answer = await bench.SendAsync();

        var error = Assert.Throws<InventoryException>(() => answer.Read<string>(_ => throw cause));

        AssertHolds(error, "Busy", "Try later.", id);
        Assert.That(error.Diagnostics["x-sample-trace"], Is.EqualTo("T-9"));
        Assert.That(error.Message, Does.Contain("error Busy: Try later."));
        Assert.That(error.InnerException, Is.SameAs(cause));
    }

    [Test]
    public async Task What_can_be_read_is_no_error_whatever_its_lines_are_called()
    {
        using var bench = new Bench(Steps.Refuse(200, "Busy"));
        var answer = await bench.SendAsync();

        Assert.That(answer.Read(body => body.Length), Is.EqualTo(answer.Body.Length));
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

    private static void AssertHolds(InventoryException error, string? code, string? message, string? requestId) =>
        Assert.That(
            (error.Kind, error.HttpStatus, error.ServiceCode, error.ServiceMessage, error.RequestId, error.Attempts),
            Is.EqualTo((InventoryErrorKind.MalformedResponse, 200, code, message, requestId, 1)));
}
