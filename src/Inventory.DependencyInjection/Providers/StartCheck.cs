using Microsoft.Extensions.Options;

namespace Inventory.DependencyInjection;

/// <summary>Options without a member: the host validates them at its start, and so the providers.</summary>
internal sealed class InventoryStart;

/// <summary>Has the host's start fail where the inventory cannot be used.</summary>
internal sealed class StartCheck(Providers providers) : IValidateOptions<InventoryStart>
{
    public ValidateOptionsResult Validate(string? name, InventoryStart options)
    {
        providers.CheckAtStart();
        return ValidateOptionsResult.Success;
    }
}
