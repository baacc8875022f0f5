namespace Inventory.Conformance;

/// <summary>Awaits a call that is to fail. NUnit's own ways differ in their return types from one major version to the next.</summary>
internal static class Caught
{
    /// <summary>The exception that a call ends with. Any of another type passes through, with its own trace.</summary>
    public static async Task<TException> ByAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException e)
        {
            return e;
        }

        throw new AssertionException($"Expected {typeof(TException).Name}, and the call succeeded.");
    }

    /// <summary>The error that a call ends with, of the kind expected.</summary>
    public static async Task<InventoryException> ByAsync(InventoryErrorKind kind, Func<Task> call)
    {
        var error = await ByAsync<InventoryException>(call);
        Assert.That(error.Kind, Is.EqualTo(kind), error.Message);
        return error;
    }
}
