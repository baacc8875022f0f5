using System.Text;
using System.Text.Json;

namespace Inventory.Conformance.Tests;

/// <summary>Inventory rules on an invented service that holds weekly reports and nothing else: an adapter written by hand, to be broken one way at a time.</summary>
internal sealed class TinyHttpService(HttpMessageHandler handler, TimeProvider time, TinyWays ways) : InventoryServiceBase(CapabilitiesOf(ways), new() { Time = time }), IDisposable
{
    private static readonly Evidence Page = new("It says so.", "Tiny, rules", new DateOnly(2025, 1, 31));
    private static readonly InventoryFeature[] Offered = [InventoryFeature.WeeklySchedule, InventoryFeature.CurrentVersions, InventoryFeature.CsvFormat];
    private readonly TinyTransport _transport = new(handler, time, ways);

    public void Dispose() => _transport.Dispose();

    protected override async Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _transport.SendAsync(HttpMethod.Get, bucket, ruleId, null, cancellationToken);
            return Read(bucket, answer.Body, ReadRule);
        }
        catch (InventoryException e) when (e.Kind == InventoryErrorKind.RuleNotFound && ways.FindsNothingWhereThereIsNoRule)
        {
            return null;
        }
    }

    protected override async Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var body = JsonSerializer.Serialize(new { id = rule.Id, enabled = rule.IsEnabled, target = rule.Destination.Bucket });
        try
        {
            var answer = await _transport.SendAsync(HttpMethod.Put, bucket, rule.Id, body, cancellationToken);
            return new(ways.NativePut == NativePut.CreateOnly ? PutReplyKind.Created : PutReplyKind.Done, answer.RequestId, answer.Attempts);
        }
        catch (InventoryException e) when (e.Kind == InventoryErrorKind.RuleAlreadyExists)
        {
            return new(PutReplyKind.Exists, e.RequestId, ways.CountsAttempts ? e.Attempts : 1);
        }
    }

    protected override async Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(HttpMethod.Get, bucket, null, null, cancellationToken);
        return new(Read(bucket, answer.Body, list => list.GetProperty("rules").EnumerateArray().Select(ReadRule).ToList()) ?? []);
    }

    protected override async Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken)
    {
        try
        {
            _ = await _transport.SendAsync(HttpMethod.Delete, bucket, ruleId, null, cancellationToken);
        }
        catch (InventoryException e) when (e.Kind == InventoryErrorKind.RuleNotFound && ways.DeletesWhatIsNotThere)
        {
            // As it is to be.
        }
    }

    protected override InventoryRule NormalizeCore(InventoryRule rule) => rule;

    private static InventoryCapabilities CapabilitiesOf(TinyWays ways) => new()
    {
        Provider = "tiny",
        DisplayName = "Tiny",
        Features = new(Enum.GetValues<InventoryFeature>().Select(f => KeyValuePair.Create(f, Offered.Contains(f)
            ? FeatureSupport.Supported(Page)
            : FeatureSupport.NotOffered("Tiny has no place for it.", "Leave it out.", Page)))),
        RuleId = new(40, LengthUnit.Characters, "[a-z0-9-]+", "1 to 40 lower-case letters, digits and hyphens") { Evidence = [Page] },
        BucketName = new(63, LengthUnit.Characters, "[a-z0-9-]{3,}", "3 to 63 lower-case letters, digits and hyphens") { Evidence = [Page] },
        NativePut = ways.NativePut,
        CreateOnlyGuarantee = "Exact.",
        ReplaceGuarantee = "Delete and put.",
    };

    private InventoryRule ReadRule(JsonElement rule) => ways.Read(new()
    {
        Id = rule.GetProperty("id").GetString() ?? throw new JsonException("The rule has no id."),
        IsEnabled = rule.GetProperty("enabled").GetBoolean(),
        Destination = new() { Bucket = rule.GetProperty("target").GetString() ?? throw new JsonException("The rule has no target.") },
        Schedule = InventorySchedule.Weekly,
    });

    private T? Read<T>(string bucket, byte[] body, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ways.Malformed(e, Encoding.UTF8.GetString(body)) is not { } failure ? null
                : throw (failure is InventoryException own ? ways.Tell(new(own.Kind, own.Message, own.InnerException) { Provider = "tiny", Bucket = bucket }) : failure);
        }
    }
}
