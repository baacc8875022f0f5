namespace Inventory.BaiduBos.Tests;

/// <summary>Awaits a call that is to fail.</summary>
internal static class Caught
{
    /// <summary>The error that a call ends with.</summary>
    public static Task<InventoryException> ByAsync(Func<Task> call) => ByAsync<InventoryException>(call);

    /// <summary>The error of a type that a call ends with.</summary>
    public static async Task<T> ByAsync<T>(Func<Task> call)
        where T : InventoryException
    {
        try
        {
            await call();
        }
        catch (T e)
        {
            return e;
        }

        throw new AssertionException($"Expected {typeof(T).Name}, and the call succeeded.");
    }
}
