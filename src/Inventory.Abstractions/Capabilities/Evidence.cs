using System.Globalization;

namespace Inventory;

/// <summary>What a source says about a provider.</summary>
/// <param name="Reading">What the source says, in our words or quoted.</param>
/// <param name="Source">The page, SDK or test that says it.</param>
/// <param name="Dated">The date of the source, never of the reading.</param>
public sealed record Evidence(string Reading, string Source, DateOnly Dated)
{
    /// <summary>The source and its date.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}, {Dated:yyyy-MM-dd}");
}
