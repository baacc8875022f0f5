namespace Inventory.DependencyInjection;

/// <summary>A value of the configuration in a message.</summary>
internal static class Quoted
{
    private const int Longest = 32;

    /// <summary>
    /// The value in quotation marks; not where it is long, for then it may be a secret under a wrong key, nor where it could forge a line.
    /// </summary>
    public static string Of(string value) => value.Length <= Longest && ShownText.Of(value) == value ? $"'{value}'" : "what stands there";
}
