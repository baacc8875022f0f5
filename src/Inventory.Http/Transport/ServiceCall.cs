using System.Collections.ObjectModel;
using RestSharp.Interceptors;

namespace Inventory.Http;

/// <summary>One call on its way through the handlers: what is asked, how often it was sent, and what came of it. For one call.</summary>
internal sealed class ServiceCall(ServiceRequest request, TimeProvider time, CancellationToken caller = default) : Interceptor
{
    private static readonly HttpRequestOptionsKey<ServiceCall> Key = new("Inventory.Http.ServiceCall");
    private readonly long _started = time.GetTimestamp();
    private int _attemptsBefore;
    private Func<string, string>[] _earlierSecrets = [];

    public ServiceRequest Request => request;

    /// <summary>How often the request was handed to what sends it; 0 where something stopped it before.</summary>
    public int Attempts { get; set; }

    /// <summary>The status of what the last attempt was answered with, known before its body; null where there was no answer.</summary>
    public int? Status { get; private set; }

    /// <summary>The headers of that answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The body of that answer; empty where it has none, or could not be read to its end.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>Why the body of that answer, a refusal, could not be read to its end; null where it could.</summary>
    public Exception? BodyFailure { get; set; }

    /// <summary>What the service said in that answer; null where it is a success.</summary>
    public ServiceError? Error { get; set; }

    /// <summary>The answer before that one, to an earlier attempt; null where there was none.</summary>
    public EarlierAnswer? Before { get; private set; }

    /// <summary>Whether the last attempt was handed to what sends it.</summary>
    public bool IsSent => Attempts > _attemptsBefore;

    /// <summary>Whether the last attempt is over, and the next is waited for.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Whether the caller gave up.</summary>
    public bool IsCancelled => caller.IsCancellationRequested;

    /// <summary>What ended the call without an answer.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What the last attempt was signed with, so that no message repeats it, nor what those before it were signed with.</summary>
    public CloudCredentials? Credentials
    {
        get;
        set
        {
            if (field is not null && field != value)
            {
                _earlierSecrets = [.. _earlierSecrets, field.Redact];
            }

            field = value;
        }
    }

    /// <summary>The signature of the last attempt, so that no message repeats it, nor those before it.</summary>
    public RequestSignature? Signature
    {
        get;
        set
        {
            if (field is not null)
            {
                _earlierSecrets = [.. _earlierSecrets, field.Redact];
            }

            field = value;
        }
    }

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
        requestMessage.RequestUri = request.ToUri();
        return ValueTask.CompletedTask;
    }

    /// <summary>An attempt begins: what the one before it was answered with is no longer the last answer.</summary>
    public void BeginAttempt()
    {
        if (Status is { } status)
        {
            Before = new(Attempts, status, Headers, Error);
        }

        (Status, Headers, Body, BodyFailure, Error) = (null, ReadOnlyDictionary<string, string>.Empty, [], null, null);
        (_attemptsBefore, IsWaiting, IsClockCorrected) = (Attempts, false, false);
    }

    /// <summary>The head of an answer is there.</summary>
    public void Arrive(int status, IReadOnlyDictionary<string, string> headers) => (Status, Headers) = (status, headers);

    /// <summary>A text without the secrets of this call, whoever repeated them.</summary>
    public string Redact(string text)
    {
        text = Credentials?.Redact(text) ?? text;
        text = Signature?.Redact(text) ?? text;
        foreach (var redact in _earlierSecrets)
        {
            text = redact(text);
        }

        return text;
    }

    /// <summary>An exception to keep as a cause: null where it, or a cause of its own, repeats a secret of this call.</summary>
    public Exception? Redact(Exception? cause)
    {
        try
        {
            return cause?.ToString() is { } text && Redact(text) != text ? null : cause;
        }
        catch (Exception)
        {
            // Whoever prints it would fail as well.
            return null;
        }
    }
}
