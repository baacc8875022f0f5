namespace Inventory.Http;

/// <summary>What a status means where the service's code does not say.</summary>
internal static class StatusKinds
{
    public static InventoryErrorKind Of(int status) => status switch
    {
        401 => InventoryErrorKind.AuthenticationFailed,
        403 => InventoryErrorKind.AccessDenied,
        408 => InventoryErrorKind.Unavailable,
        409 => InventoryErrorKind.Conflict,
        429 => InventoryErrorKind.Throttled,
        404 => InventoryErrorKind.Unexpected,
        501 or 505 => InventoryErrorKind.InvalidRequest,
        >= 500 => InventoryErrorKind.Unavailable,
        >= 400 => InventoryErrorKind.InvalidRequest,
        _ => InventoryErrorKind.Unexpected,
    };
}
