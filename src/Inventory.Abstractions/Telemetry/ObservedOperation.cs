using System.Diagnostics;

namespace Inventory;

/// <summary>
/// One operation as those see it who listen: its span, and its duration. It is ended once, by one of the methods that say how it went.
/// Where nobody listens it is empty, and no method does anything.
/// </summary>
internal readonly struct ObservedOperation
{
    private readonly OperationName? _name;
    private readonly string _provider;
    private readonly string? _service;
    private readonly TimeProvider _time;
    private readonly long _started;

    private ObservedOperation(OperationName name, string provider, string? service, TimeProvider time, Activity? span) =>
        (_name, _provider, _service, _time, _started, Span) = (name, provider, service, time, time.GetTimestamp(), span);

    /// <summary>Whether anybody listens to spans or durations at present.</summary>
    public static bool IsWanted => Instruments.Source.HasListeners() || Instruments.Duration.Enabled;

    /// <summary>The span; null where nobody wants it.</summary>
    public Activity? Span { get; }

    /// <summary>Begins an operation. Its span is current from here on, in the calling method and what that calls.</summary>
    /// <param name="name">The operation.</param>
    /// <param name="provider">The provider's short name.</param>
    /// <param name="settings">The clock, and what the service is called where it is one of several on its provider.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="ruleId">The rule; null for all of them.</param>
    public static ObservedOperation Start(OperationName name, string provider, InventoryServiceSettings settings, string? bucket, string? ruleId) =>
        IsWanted ? new(name, provider, settings.Name, settings.Time, StartSpan(name, provider, settings.Name, bucket, ruleId)) : default;

    /// <summary>Adds an attribute to the span.</summary>
    public ObservedOperation With<T>(string attribute, T value)
    {
        if (Span is { IsAllDataRequested: true } span)
        {
            _ = span.SetTag(attribute, value is Enum ? value.ToString() : value);
        }

        return this;
    }

    /// <summary>The put succeeded.</summary>
    public void Succeed(PutResult result)
    {
        if (_name is null)
        {
            return;
        }

        if (result.RequestId is { } requestId)
        {
            _ = With(AttributeNames.RequestId, requestId);
        }

        Succeed(result.Outcome.ToString());
    }

    /// <summary>The operation succeeded, or ended in a way that is no failure.</summary>
    public void Succeed(string outcome)
    {
        if (_name is null)
        {
            return;
        }

        _ = With(AttributeNames.Outcome, outcome);
        End(new(AttributeNames.Outcome, outcome));
    }

    /// <summary>The operation failed. That its caller cancelled it is no failure: nothing went wrong that anybody could mend.</summary>
    public void Fail(Exception failure, CancellationToken caller)
    {
        if (_name is null)
        {
            return;
        }

        if (failure is OperationCanceledException && caller.IsCancellationRequested)
        {
            Succeed("Cancelled");
            return;
        }

        var known = failure as InventoryException;
        var errorType = known?.Kind.ToString() ?? failure.GetType().FullName;
        if (Span is { IsAllDataRequested: true } span)
        {
            // The message of an exception that is not of this library may hold anything, secrets included.
            _ = span.SetStatus(ActivityStatusCode.Error, known?.Message).SetTag(AttributeNames.ErrorType, errorType);
            SetWhereKnown(span, AttributeNames.HttpStatus, known?.HttpStatus);
            SetWhereKnown(span, AttributeNames.RequestId, known?.RequestId);
            SetWhereKnown(span, AttributeNames.ServiceCode, known?.ServiceCode);
        }

        End(new(AttributeNames.ErrorType, errorType));
    }

    private static Activity? StartSpan(OperationName name, string provider, string? service, string? bucket, string? ruleId)
    {
        if (!Instruments.Source.HasListeners())
        {
            return null;
        }

        // Given at the start, where samplers see them.
        var tags = new ActivityTagsCollection { { AttributeNames.Provider, provider }, { AttributeNames.Operation, name.Name }, { AttributeNames.Bucket, bucket } };
        if (ruleId is not null)
        {
            tags.Add(AttributeNames.RuleId, ruleId);
        }

        if (service is not null)
        {
            tags.Add(AttributeNames.Name, service);
        }

        return Instruments.Source.StartActivity(name.SpanName, ActivityKind.Client, default(ActivityContext), tags);
    }

    private static void SetWhereKnown(Activity span, string attribute, object? value)
    {
        if (value is not null)
        {
            _ = span.SetTag(attribute, value);
        }
    }

    private void End(KeyValuePair<string, object?> result)
    {
        var tags = new TagList { { AttributeNames.Operation, _name!.Name }, { AttributeNames.Provider, _provider }, result };
        if (_service is not null)
        {
            tags.Add(AttributeNames.Name, _service);
        }

        Instruments.Duration.Record(_time.GetElapsedTime(_started).TotalSeconds, tags);
        Span?.Dispose();
    }
}
