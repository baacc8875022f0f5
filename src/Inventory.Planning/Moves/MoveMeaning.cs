namespace Inventory.Planning;

/// <summary>What an impact means, in the words of a report of a move.</summary>
internal static class MoveMeaning
{
    public static string Of(MoveImpact impact) =>
        new MoveFinding { Path = "", Severity = ViolationSeverity.Note, Reason = "", Remedy = "", Impact = impact }.Meaning;
}
