namespace Inventory.Planning;

/// <summary>The service of an account, or why there is none.</summary>
internal readonly record struct AccountService(IInventoryService? Service, InventoryException? Problem)
{
    public static AccountService Of(string account, Func<string, IInventoryService> services)
    {
        try
        {
            return new(services(account), null);
        }
        catch (InventoryException e)
        {
            return new(null, e);
        }
    }

    /// <exception cref="InventoryException">There is none; says why.</exception>
    public IInventoryService OrThrow() => Service ?? throw new InventoryException(Problem!.Kind, Problem.Message, Problem);
}
