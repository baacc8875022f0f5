namespace Inventory;

/// <summary>What accepting a finding means for the reports.</summary>
public enum MoveImpact
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The report lists more objects.</summary>
    ListsMore = 1,

    /// <summary>The report is written at other times: staler, or more often.</summary>
    OtherTimes = 2,

    /// <summary>The report has fewer columns.</summary>
    FewerColumns = 3,

    /// <summary>The report is less well protected.</summary>
    WeakerProtection = 4,

    /// <summary>A setting that the source alone has is lost.</summary>
    SettingLost = 5,

    /// <summary>The rule or the report is found somewhere else.</summary>
    OtherPlace = 6,

    /// <summary>The report lists other versions, or has another form.</summary>
    OtherContent = 7,
}

/// <summary>One thing that stands between a rule and another provider, or that changes on the way.</summary>
public sealed record MoveFinding
{
    /// <summary>Where it stands in the rule.</summary>
    public required string Path { get; init; }

    /// <summary>An error must be accepted before the rule can move; a warning or a note need not.</summary>
    public required ViolationSeverity Severity { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, in one sentence.</summary>
    public required string Remedy { get; init; }

    /// <summary>What accepting it means for the reports.</summary>
    public MoveImpact Impact { get; init; }

    /// <summary>The same as a sentence; empty for <see cref="MoveImpact.None"/>.</summary>
    public string Meaning => Impact switch
    {
        MoveImpact.None => "",
        MoveImpact.ListsMore => "The report will list more objects.",
        MoveImpact.OtherTimes => "The report will be written at other times.",
        MoveImpact.FewerColumns => "The report will have fewer columns.",
        MoveImpact.WeakerProtection => "The report will be less well protected.",
        MoveImpact.SettingLost => "The setting will be lost.",
        MoveImpact.OtherPlace => "The rule or its report will be found under another name.",
        _ => "The report will hold something else.",
    };

    /// <summary>Changes that would resolve it, the closest first; empty where only the caller can name one.</summary>
    public ValueList<Acceptance> Choices { get; init; }

    /// <summary>Path, reason, meaning and choices on one line.</summary>
    public override string ToString()
    {
        var choices = Choices.IsEmpty ? "" : $" Accept {string.Join(" or ", Choices.Select(c => c.ToString()))}.";
        return string.Join(' ', new[] { $"{Path}:", Reason, Remedy, Meaning }.Where(s => s.Length > 0)) + choices;
    }
}
