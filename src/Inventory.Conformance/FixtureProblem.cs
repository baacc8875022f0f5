namespace Inventory.Conformance;

/// <summary>What is wrong with a fixture, in one sentence that says what its author must mend.</summary>
internal static class FixtureProblem
{
    public static AssertionException Of(string problem, Exception? cause = null) =>
        cause is null ? new($"The fixture cannot be used: {problem}") : new($"The fixture cannot be used: {problem}", cause);

    /// <summary>Makes a service, and sees to it that it is one.</summary>
    public static IInventoryService Checked(Func<IInventoryService?> create, IReadOnlyCollection<IInventoryService?> others)
    {
        IInventoryService? service;
        try
        {
            service = create();
        }
        catch (Exception e)
        {
            throw Of($"CreateService threw {e.GetType().Name}: {Sentence(e)} It must return a service.", e);
        }

        if (service is null)
        {
            throw Of("CreateService returned null. It must return a service, a new one at each call.");
        }

        return others.Contains(service, ReferenceEqualityComparer.Instance)
            ? throw Of("CreateService returned the same service twice. It must return a new one at each call, over the same back end: the kit disposes of each.")
            : service;
    }

    /// <summary>What the service declares, if it does.</summary>
    public static InventoryCapabilities CapabilitiesOf(IInventoryService service)
    {
        try
        {
            return service.Capabilities ?? throw Of("Capabilities of the service is null. It must say what the provider holds.");
        }
        catch (Exception e) when (e is not AssertionException)
        {
            throw Of($"Capabilities of the service threw {e.GetType().Name}: {Sentence(e)} It must answer at once, without a network call.", e);
        }
    }

    /// <summary>Fails where a bucket's name cannot be one.</summary>
    public static void RefuseBucket(string property, string? bucket, TextLimit limit)
    {
        if (string.IsNullOrEmpty(bucket))
        {
            throw Of($"{property} is {(bucket is null ? "null" : "empty")}. It must be the bare name of a bucket.");
        }

        if (limit.Problem(bucket) is { } problem)
        {
            throw Of($"{property} is no name that the capabilities allow for a bucket: {problem}");
        }
    }

    /// <summary>What to say where the source bucket cannot be emptied.</summary>
    public static AssertionException NotEmptied(string bucket, Exception cause) => cause is InventoryException { Kind: InventoryErrorKind.BucketNotFound }
        ? Of($"SourceBucket '{bucket}' does not exist, says the service. Create it before the run, or name one that exists. {Sentence(cause)}", cause)
        : Of($"SourceBucket '{bucket}' cannot be emptied: {Sentence(cause)} The kit lists and deletes every rule of it before each clause.", cause);

    private static string Sentence(Exception e) => e.Message.EndsWith('.') ? e.Message : $"{e.Message}.";
}
