namespace Inventory.BaiduBos.Tests.Service;

/// <summary>
/// A put is refused with a code that nobody knows, and the list that would settle it fails: the refusal stays what it is, with its request id, and nothing is
/// put again. And which refusals are settled at all.
/// </summary>
[TestFixture]
public sealed class FailedListTests
{
    private const string Refusal = """{"code":"InventoryLimitExceeded","message":"No.","requestId":"put-1"}""";
    private static readonly Func<HttpResponseMessage> NoRule = ScriptedHandler.Answer(404, """{"code":"NoSuchInventoryConfiguration"}""");

    [TestCase("bos:list:*=500", 4)]
    [TestCase("bos:list:*=503,code=ServiceUnavailable", 4)]
    [TestCase("bos:list:*=403", 1)]
    [TestCase("bos:list:*=403,code=AccessDenied", 1)]
    [TestCase("bos:list:*=truncate", 4)]
    [TestCase("bos:list:*=reset", 4)]
    public async Task The_refusal_of_the_put_stays(string fault, int lists)
    {
        await using var bos = await EmulatedBos.StartAsync(new() { BosRuleLimit = 1, BosRuleLimitCode = "InventoryLimitExceeded", BosRuleLimitStatus = 400 });
        bos.Seed("""{"id":"other","status":"enabled","resource":["examplebucket/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","format":"CSV"}}""");
        bos.Emulator.Faults.Add(fault);

        var error = await Caught.ByAsync(() => bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly()));

        Assert.That((error.Kind, error.ServiceCode, error.HttpStatus), Is.EqualTo((InventoryErrorKind.InvalidRequest, "InventoryLimitExceeded", 400)));
        Assert.That(error.RequestId, Is.Not.Null);
        Assert.That(bos.Requests.Count(r => r.Method == "PUT"), Is.EqualTo(1));
        Assert.That(bos.Requests.Count(r => r.Target.EndsWith("?inventory", StringComparison.Ordinal)), Is.EqualTo(lists));
    }

    [TestCase("<html><body>Welcome</body></html>")]
    [TestCase("""{"inventoryRuleList":[""")]
    [TestCase("""{"message":"denied"}""")]
    public async Task The_refusal_of_the_put_stays_where_the_list_is_no_list(string list)
    {
        var handler = new ScriptedHandler(NoRule, ScriptedHandler.Answer(400, Refusal), ScriptedHandler.Answer(200, list));
        using var service = ScriptedBos.Service(handler);

        var error = await Caught.ByAsync(() => service.PutAsync(ScriptedBos.Source, Rules.Weekly()));

        Assert.That((error.Kind, error.ServiceCode, error.RequestId), Is.EqualTo((InventoryErrorKind.InvalidRequest, "InventoryLimitExceeded", "put-1")));
        Assert.That(Methods(handler), Is.EqualTo("GET PUT GET"));
    }

    [Test]
    public async Task The_refusal_of_the_put_stays_where_the_caller_gives_up_during_the_list_or_the_list_hangs([Values] bool isCancelled)
    {
        using var caller = new CancellationTokenSource();
        var handler = new ScriptedHandler(NoRule, ScriptedHandler.Answer(400, Refusal), () =>
        {
            if (isCancelled)
            {
                caller.Cancel();
            }

            throw new OperationCanceledException("The connection is given up.");
        });
        using var service = ScriptedBos.Service(handler);

        var error = await Caught.ByAsync(() => service.PutAsync(ScriptedBos.Source, Rules.Weekly(), cancellationToken: caller.Token));

        Assert.That((error.Kind, error.ServiceCode, error.RequestId), Is.EqualTo((InventoryErrorKind.InvalidRequest, "InventoryLimitExceeded", "put-1")));
        Assert.That(Methods(handler), Is.EqualTo("GET PUT GET"));
    }

    [Test]
    public async Task A_code_that_the_adapter_knows_says_what_it_says_of_a_full_bucket_as_well(
        [Values("AccessDenied", "OptInRequired", "InappropriateJSON")] string code,
        [Values(PutMode.CreateOrReplace, PutMode.CreateOnly)] PutMode mode)
    {
        var (error, requests) = await PutIntoFullAsync(code, 400, mode);

        Assert.That(error.Kind, Is.EqualTo(code == "InappropriateJSON" ? InventoryErrorKind.InvalidRequest : InventoryErrorKind.AccessDenied));
        Assert.That(requests, Is.EqualTo("GET404 PUT400"));
    }

    [Test]
    public async Task A_code_that_nobody_knows_with_a_status_that_is_worth_another_try_is_tried_again_and_not_looked_into(
        [Values(429, 500, 503)] int status,
        [Values(PutMode.CreateOrReplace, PutMode.CreateOnly)] PutMode mode)
    {
        var (error, requests) = await PutIntoFullAsync("InventoryLimitExceeded", status, mode);

        Assert.That(error.IsTransient, Is.True);
        Assert.That(requests, Is.EqualTo($"GET404 PUT{status} PUT{status} PUT{status} PUT{status}"));
    }

    [Test]
    public async Task A_code_that_nobody_knows_is_settled_for_a_put_that_only_creates_too()
    {
        var (error, requests) = await PutIntoFullAsync("InventoryLimitExceeded", 400, PutMode.CreateOnly);

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleLimitReached));
        Assert.That(requests, Is.EqualTo("GET404 PUT400 GET200"));
    }

    [TestCase(400, "")]
    [TestCase(403, "<html><body>Forbidden</body></html>")]
    [TestCase(409, "{}")]
    public async Task A_refusal_without_a_code_is_settled(int status, string body)
    {
        var full = $$"""{"inventoryRuleList":[{{string.Join(',', Enumerable.Repeat("{}", 20))}}]}""";
        var handler = new ScriptedHandler(NoRule, ScriptedHandler.Answer(status, body, ("x-bce-request-id", "put-1")), ScriptedHandler.Answer(200, full));
        using var service = ScriptedBos.Service(handler);

        var error = await Caught.ByAsync(() => service.PutAsync(ScriptedBos.Source, Rules.Weekly()));

        Assert.That((error.Kind, error.HttpStatus, error.RequestId), Is.EqualTo((InventoryErrorKind.RuleLimitReached, status, "put-1")));
        Assert.That(Methods(handler), Is.EqualTo("GET PUT GET"));
    }

    private static async Task<(InventoryException Error, string Requests)> PutIntoFullAsync(string code, int status, PutMode mode)
    {
        await using var bos = await EmulatedBos.StartAsync(new() { BosRuleLimitCode = code, BosRuleLimitStatus = status });
        for (var i = 0; i < 20; i++)
        {
            bos.Seed(Wire(i));
        }

        var error = await Caught.ByAsync(() => bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly(), new() { Mode = mode }));
        return (error, string.Join(' ', bos.Requests.Select(r => $"{r.Method}{r.Status}")));
    }

    private static string Wire(int i) =>
        $$$"""{"id":"r{{{i}}}","status":"enabled","resource":["examplebucket/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","format":"CSV"}}""";

    private static string Methods(ScriptedHandler handler) => string.Join(' ', handler.Sent.Select(s => s.Method));
}
