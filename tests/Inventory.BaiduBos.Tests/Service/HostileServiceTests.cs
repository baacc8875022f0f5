using Inventory.BaiduBos.Tests.Mapping;
using Inventory.Tests.Faults;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>Whole calls, whatever BOS or what stands before it answers.</summary>
[TestFixture]
public sealed class HostileServiceTests
{
    private const int Calls = 2_000;

    private static readonly KeyValuePair<string, string>[] Headers = [new("x-bce-request-id", "49a3"), new("x-bce-debug-id", "debug"), new("x-bce-date", "2026-03-01T07:00:00Z")];

    private static readonly string Rule = Wire.With("x", "true");

    private static readonly string[] Documents =
    [
        Rule,
        $$"""{"inventoryRuleList":[{{Rule}}]}""",
        """{"inventoryRuleList":[]}""",
        .. new[] { "NoSuchInventoryConfiguration", "NoSuchBucket", "InvalidArgument", "RequestTimeTooSkewed", "InvalidSessionToken", "SlowDown", "BrandNew" }
            .Select(code => $$"""{"code":"{{code}}","message":"No.","requestId":"49a3"}"""),
        "<!DOCTYPE html><html><body>Bad gateway</body></html>",
        "<Error><Code>AccessDenied</Code></Error>",
    ];

    [Test]
    public Task Nothing_but_an_InventoryException_comes_out_of_a_call() => HostileService.CheckAsync(Calls, HostileAnswer.Of(Headers, Documents), Connect, Wire.Source, Rules.Weekly());

    private static BosInventoryService Connect(HttpMessageHandler handler, TimeProvider time)
    {
        var options = ScriptedBos.Options();
        options.Transport = new() { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromSeconds(2) };
        return new(options, handler: handler, time: time);
    }
}
