using System.CommandLine;

namespace Inventory.Cli;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonOptions
{
    public const string Text = "text";
    public const string Json = "json";

    public static Argument<string> Rule() => new("RULE")
    {
        Description = "The rule: a path, file://PATH, - for standard input, or XML or JSON itself. "
            + $"It may be in any of these formats: {string.Join(", ", RuleFormats.All.Names)}.",
    };

    public static Argument<string> RuleId() => new("ID") { Description = "The rule's id." };

    public static Option<string> Bucket() => new("--bucket", "-b") { Description = "The bucket whose objects the rule lists.", HelpName = "name", Required = true };

    public static Option<string> Output(params string[] more)
    {
        string[] names = [Text, Json, .. more];
        return new Option<string>("--output", "-o")
        {
            Description = "For people or for tools.",
            HelpName = string.Join('|', names),
            DefaultValueFactory = _ => Text,
        }.AcceptOnlyFromAmong(names);
    }

    public static Option<string[]> Accept() => new("--accept")
    {
        Description = "A change that you accept where the provider cannot hold the rule as it stands: schedule=EveryThreeDays, drop=OptionalFields; repeatable.",
        HelpName = "change",
    };

    /// <summary>The changes that an option names.</summary>
    /// <exception cref="FormatException">One of them names none.</exception>
    public static IReadOnlyList<Acceptance> Acceptances(this ParseResult result, Option<string[]> accept)
    {
        try
        {
            return [.. (result.GetValue(accept) ?? []).Select(Acceptance.Parse)];
        }
        catch (FormatException e)
        {
            throw new FormatException($"--accept: {e.Message}", e);
        }
    }
}
