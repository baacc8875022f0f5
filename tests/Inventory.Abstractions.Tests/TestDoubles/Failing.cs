namespace Inventory.Abstractions.Tests.TestDoubles;

/// <summary>Awaits a call that is to fail.</summary>
internal static class Failing
{
    public static async Task<TException> With<TException>(Func<Task> call)
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

    public static Task<InventoryException> Of(Func<Task> call) => With<InventoryException>(call);
}
