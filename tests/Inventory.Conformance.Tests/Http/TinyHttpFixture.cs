namespace Inventory.Conformance.Tests;

/// <summary>The kit on the tiny service.</summary>
public abstract class TinyHttpFixture : HttpInventoryServiceConformance
{
    protected override IReadOnlyList<string> Secrets => [TinyTransport.Secret];

    protected override string? RequestIdHeader => TinyErrors.RequestIdHeader;

    private protected virtual TinyWays Ways => new();

    protected override IInventoryService CreateService(HttpMessageHandler handler, TimeProvider time) => Ways.Around(new TinyHttpService(handler, time, Ways));

    protected override HttpAnswer Listed(IReadOnlyList<string> documents) => new(200, $$"""{"rules":[{{string.Join(',', documents)}}]}""");

    protected override HttpAnswer? AnswerTo(InventoryErrorKind kind, string message) => TinyErrors.Answer(kind, message);
}

/// <summary>Sound, where a put only creates.</summary>
[TestFixture]
public sealed class CreateOnlyTinyHttpConformance : TinyHttpFixture;

/// <summary>Sound, where a put overwrites.</summary>
[TestFixture]
public sealed class OverwriteTinyHttpConformance : TinyHttpFixture
{
    private protected override TinyWays Ways => new() { NativePut = NativePut.Overwrite };
}

/// <summary>As a saboteur leaves it.</summary>
[Probe]
internal sealed class SabotagedHttpFixture(HttpSaboteur saboteur) : TinyHttpFixture
{
    protected override IReadOnlyDictionary<string, string> Deviations => saboteur.Deviations;

    private protected override TinyWays Ways => saboteur.Ways;

    protected override InventoryRule Sample(InventoryFeature feature, InventoryRule baseline, InventoryCapabilities capabilities) =>
        saboteur.Samples?.Invoke(baseline) ?? base.Sample(feature, baseline, capabilities);
}

/// <summary>A fixture that says of no answer more than it must, and names no header.</summary>
[Probe]
internal sealed class BareHttpFixture : TinyHttpFixture
{
    protected override string? RequestIdHeader => null;

    protected override HttpAnswer? AnswerTo(InventoryErrorKind kind, string message) =>
        kind is InventoryErrorKind.RuleNotFound or InventoryErrorKind.RuleAlreadyExists ? base.AnswerTo(kind, message) : null;
}

/// <summary>A fixture whose answers its adapter cannot read.</summary>
[Probe]
internal sealed class MistakenHttpFixture : TinyHttpFixture
{
    protected override HttpAnswer? AnswerTo(InventoryErrorKind kind, string message) => null;

    protected override HttpAnswer Stored(string document) => new(301);
}

/// <summary>A fixture without secrets.</summary>
[Probe]
internal sealed class SecretlessHttpFixture : TinyHttpFixture
{
    protected override IReadOnlyList<string> Secrets => [];
}
