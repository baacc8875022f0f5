using System.Collections.ObjectModel;
using RestSharp.Interceptors;

namespace Inventory.Http;

/// <summary>One call on its way through the handlers: what is asked, how often it was sent, and what came of it. For one call.</summary>
internal sealed class ServiceCall(ServiceRequest request, TimeProvider time) : Interceptor
{
    private static readonly HttpRequestOptionsKey<ServiceCall> Key = new("Inventory.Http.ServiceCall");
    private readonly long _started = time.GetTimestamp();

    public ServiceRequest Request => request;

    /// <summary>How often the request was handed to what sends it; 0 where something stopped it before.</summary>
    public int Attempts { get; set; }

    /// <summary>The body of the last answer; empty where it has none.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>The headers of the last answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What the service said in its last answer; null where that was a success.</summary>
    public ServiceError? Error { get; set; }

    /// <summary>An error that stands in an answer whose status is a success; null where there is none.</summary>
    public ServiceError? HiddenError { get; set; }

    /// <summary>What ended the call without an answer.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What the last attempt was signed with, so that no message repeats it.</summary>
    public CloudCredentials? Credentials { get; set; }

    /// <summary>What the next attempt is to be signed with, where it was asked for already; null to ask the provider.</summary>
    public CloudCredentials? NextCredentials { get; set; }

    /// <summary>Whether credentials that were refused gave way to others already: once is enough.</summary>
    public bool HasChangedCredentials { get; set; }

    /// <summary>The instant that the last attempt was signed for.</summary>
    public ClockReading Signed { get; set; }

    /// <summary>How much later it is on the service's clock than on this machine's, as an answer says; null where none speaks of it.</summary>
    public TimeSpan? ClockOffset { get; set; }

    /// <summary>Whether the next attempt will be signed for another time than the last, whose time was refused.</summary>
    public bool IsClockCorrected { get; set; }

    /// <summary>Whether the clock was corrected for this call already.</summary>
    public bool HasChangedClock { get; set; }

    /// <summary>Whether the next attempt need not wait, since what stood in the way is mended.</summary>
    public bool IsNextAtOnce { get; set; }

    /// <summary>How many attempts the service refused, and so did nothing, before the last one.</summary>
    public int RefusedAttempts { get; set; }

    /// <summary>The headers that the last attempt's signature set.</summary>
    public IReadOnlyList<string> SignatureHeaders { get; set; } = [];

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    public static ServiceCall Of(HttpRequestMessage message) =>
        message.Options.TryGetValue(Key, out var call) ? call : throw new InvalidOperationException("The request did not come through InventoryHttpClient.");

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(Key, this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A text without the secrets of this call, whoever repeated them.</summary>
    public string Redact(string text) => Credentials?.Redact(text) ?? text;

    /// <summary>An exception to keep as a cause: null where it, or a cause of its own, repeats a secret of this call.</summary>
    public Exception? Redact(Exception? cause) => cause?.ToString() is { } text && Redact(text) != text ? null : cause;
}
