using Inventory.Emulator;

namespace Inventory.BaiduBos.Tests.Service;

[TestFixture]
public sealed class ListTests
{
    [Test]
    public async Task A_bucket_without_rules_lists_none_in_whichever_form_the_service_says_so([Values] BosEmptyListAnswer answer)
    {
        await using var bos = await EmulatedBos.StartAsync(new() { BosEmptyListAnswer = answer });

        var rules = await bos.Service.AllAsync();

        Assert.That(rules, Is.Empty);
        Assert.That(bos.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("<html><body>Not found</body></html>")]
    [TestCase("""{"code":"NoSuchKey","message":"No.","requestId":"R"}""")]
    [TestCase("""{"code":"BrandNew","message":"No.","requestId":"R"}""")]
    public async Task A_404_that_speaks_of_no_rule_is_an_error_and_never_an_empty_list(string body)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(404, body, ("x-bce-request-id", "R"))));

        var error = await Caught.ByAsync(() => service.AllAsync(ScriptedBos.Source));

        Assert.That((error.Kind, error.HttpStatus, error.RequestId), Is.EqualTo((InventoryErrorKind.Unexpected, 404, "R")));
    }

    [Test]
    public async Task A_full_bucket_is_listed_with_one_request()
    {
        await using var bos = await EmulatedBos.StartAsync();
        List<InventoryRule> put = [.. Enumerable.Range(10, 20).Select(i => Rules.Weekly($"rule-{i}") with { Schedule = InventorySchedule.Monthly((i % 28) + 1) })];
        foreach (var rule in put)
        {
            _ = await bos.Service.PutAsync(EmulatedBos.Source, rule);
        }

        bos.Emulator.ClearRequests();
        var rules = await bos.Service.AllAsync();

        Assert.That(rules, Is.EqualTo(put));
        Assert.That(bos.Requests.Single().Target, Is.EqualTo($"/{EmulatedBos.Source}?inventory"));
    }
}
