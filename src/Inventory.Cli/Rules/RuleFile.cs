using Inventory.Documents;

namespace Inventory.Cli;

/// <summary>A rule that was read.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Owner">The cloud whose own format it was in; null for a neutral one.</param>
internal sealed record RuleFile(RuleDocument Document, Cloud? Owner)
{
    /// <summary>Reads the rule that an argument names.</summary>
    /// <param name="argument">A path, <c>file://PATH</c>, the text itself, or <c>-</c> for standard input.</param>
    /// <param name="format">The name of its format; null for the one that it looks like.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InventoryException">It cannot be read as a rule; the message names where it came from and every problem.</exception>
    public static async Task<RuleFile> ReadAsync(string argument, string? format, CancellationToken cancellationToken)
    {
        var chosen = format is null ? null : RuleFormats.All[format];
        var input = RuleInput.Of(argument);
        var text = await input.ReadAsync(cancellationToken);
        try
        {
            chosen ??= RuleFormats.All.Detect(text);
            return new(RuleFormats.All.Read(text, chosen.Name), RuleFormats.Owner(chosen));
        }
        catch (InventoryException e)
        {
            throw new InventoryException(e.Kind, $"{input.Name}: {e.Message}", e);
        }
    }
}
