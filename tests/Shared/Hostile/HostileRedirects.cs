using K = Inventory.InventoryErrorKind;

namespace Inventory.Tests.Hostile;

/// <summary>Redirects, with an address to follow and without.</summary>
internal static class HostileRedirects
{
    public const string Host = "elsewhere.example.com";
    public const string Token = "token-of-a-session-0123456789";

    private static readonly (string Name, string? Address)[] Addresses =
    [
        ("to another host", $"https://{Host}/examplebucket"),
        ("to another host with a token", $"https://user:{Token}@{Host}/{Token}?sign-in={Token}#{Token}"),
        ("to another path", $"/sign-in?{Token}"),
        ("to no address", $"::{Token}::"),
        ("to nowhere", null),
    ];

    public static IReadOnlyList<HostileAnswer> All { get; } =
    [
        .. from status in (int[])[300, 301, 302, 303, 304, 307, 308]
           from address in Addresses
           from hasId in (bool[])[true, false]
           select new HostileAnswer($"{address.Name}{(hasId ? "" : ", of somebody on the way")}", status)
           {
               HasId = hasId,
               Headers = address.Address is { } to ? [("Location", to)] : [],
               Kind = (cloud, _) => cloud.IsXml && hasId && status is 301 or 307 ? K.BucketNotFound : K.Unexpected,
           },
    ];

    public static bool NamesHost(HostileAnswer answer) => answer.Headers.Any(h => h.Value.Contains(Host, StringComparison.Ordinal));
}
