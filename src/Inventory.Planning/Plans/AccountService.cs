namespace Inventory.Planning;

/// <summary>The service of an account, or why there is none.</summary>
internal readonly record struct AccountService(IInventoryService? Service, InventoryException? Problem)
{
    public static AccountService Of(string account, Func<string, IInventoryService> services)
    {
        try
        {
            return services(account) is { } service
                ? new(service, null)
                : new(null, new(InventoryErrorKind.InvalidConfiguration, $"Account '{ShownText.Of(account)}' has no service. Configure the account."));
        }
        catch (InventoryException e)
        {
            return new(null, e);
        }
        catch (Exception e)
        {
            // What a container says of a service that it does not have. Its message may hold anything, and is left to it.
            return new(null, new(
                InventoryErrorKind.InvalidConfiguration, $"Account '{ShownText.Of(account)}' has no service: asking for it ended in {e.GetType().FullName}. Configure the account.", e));
        }
    }

    /// <exception cref="InventoryException">There is none; says why.</exception>
    public IInventoryService OrThrow() => Service ?? throw new InventoryException(Problem!.Kind, Problem.Message, Problem);
}
