namespace Inventory.BaiduBos.Tests.Service;

/// <summary>The twenty-first rule. No document says what the service answers, so one list settles it.</summary>
[TestFixture]
public sealed class RuleLimitTests
{
    [TestCase("InvalidArgument", 400)]
    [TestCase("InventoryLimitExceeded", 400)]
    [TestCase("InventoryLimitExceeded", 403)]
    [TestCase("InventoryLimitExceeded", 404)]
    [TestCase("InventoryLimitExceeded", 409)]
    [TestCase("TooManyInventories", 422)]
    public async Task One_list_settles_that_the_bucket_is_full_and_the_services_code_is_kept(string code, int status)
    {
        await using var bos = await EmulatedBos.StartAsync(new() { BosRuleLimitCode = code, BosRuleLimitStatus = status });
        await FillAsync(bos, 20);

        var error = await Caught.ByAsync(() => bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly("one-too-many")));

        Assert.That((error.Kind, error.ServiceCode, error.HttpStatus), Is.EqualTo((InventoryErrorKind.RuleLimitReached, code, status)));
        Assert.That(error.ServiceMessage, Is.EqualTo("The bucket has too many inventory configurations."));
        Assert.That(error.Message, Does.Contain("20 inventory rules").And.Contain(code).And.Contain(error.ServiceMessage));
        Assert.That(error.RequestId, Is.Not.Null);
        Assert.That(string.Join(' ', bos.Requests.Select(r => $"{r.Method}{r.Status}")), Is.EqualTo($"GET404 PUT{status} GET200"));
        Assert.That(bos.Stored(), Has.Count.EqualTo(20));
    }

    [TestCase("InvalidArgument", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("InventoryLimitExceeded", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("InventoryLimitExceeded", 403, InventoryErrorKind.AccessDenied)]
    public async Task In_a_bucket_that_is_not_full_the_refusal_stays_what_it_is(string code, int status, InventoryErrorKind kind)
    {
        await using var bos = await EmulatedBos.StartAsync(new() { BosRuleLimit = 3, BosRuleLimitCode = code, BosRuleLimitStatus = status });
        await FillAsync(bos, 3);

        var error = await Caught.ByAsync(() => bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly("refused")));

        Assert.That((error.Kind, error.ServiceCode), Is.EqualTo((kind, code)));
        Assert.That(bos.Requests.Count(r => r.Target.EndsWith("?inventory", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_code_that_is_known_needs_no_list()
    {
        await using var bos = await EmulatedBos.StartAsync();
        await FillAsync(bos, 20);
        var service = bos.NewService(options => options.SecretAccessKey = "not-the-secret");

        var error = await Caught.ByAsync(() => service.PutAsync(EmulatedBos.Source, Rules.Weekly("refused"), new() { Mode = PutMode.CreateOnly }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.AuthenticationFailed));
        Assert.That(bos.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Replacing_a_rule_of_a_full_bucket_goes_through()
    {
        await using var bos = await EmulatedBos.StartAsync();
        await FillAsync(bos, 20);

        var result = await bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly("rule-7") with { IsEnabled = false });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
    }

    [Test]
    public async Task Rules_that_cannot_be_read_count_as_well()
    {
        await using var bos = await EmulatedBos.StartAsync();
        await FillAsync(bos, 19);
        bos.Seed("""{"id":"odd","schedule":{}}""");

        var error = await Caught.ByAsync(() => bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly("one-too-many")));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleLimitReached));
    }

    private static async Task FillAsync(EmulatedBos bos, int rules)
    {
        for (var i = 0; i < rules; i++)
        {
            _ = await bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly($"rule-{i}"));
        }

        bos.Emulator.ClearRequests();
    }
}
