using System.Globalization;

namespace Inventory;

/// <summary>One check of one rule, gathering what it finds.</summary>
internal partial struct RuleCheck(InventoryCapabilities capabilities)
{
    private List<RuleViolation>? _found;

    public readonly IReadOnlyList<RuleViolation> Found => (IReadOnlyList<RuleViolation>?)_found ?? [];

    public void Features(InventoryRule rule)
    {
        foreach (var use in rule.FeaturesUsed())
        {
            if (use.Provider is { } owner && owner != capabilities.Provider)
            {
                Add(new()
                {
                    Kind = RuleViolationKind.UnrecognizedValue,
                    Path = use.Path,
                    Provider = capabilities.Provider,
                    Feature = use.Feature,
                    Reason = owner.Length == 0 ? "The value is empty." : $"Only '{owner}' knows this value.",
                    Remedy = "Choose one that this library names.",
                });
            }
            else if (use.Text is { } value && capabilities.UnrecognizedValue?.Problem(value) is not null)
            {
                Text(use.Path, value, capabilities.UnrecognizedValue);
            }
            else if (capabilities.Features[use.Feature] is { Level: not SupportLevel.Supported } support)
            {
                Add(Unsupported(use.Path, support) with { Feature = use.Feature });
            }
        }
    }

    public void Destination(InventoryDestination destination)
    {
        Text(RulePaths.DestinationBucket, destination.Bucket, capabilities.BucketName);
        if (destination.Encryption?.KeyId is { } keyId && capabilities.KmsKeyId is { } keyLimit)
        {
            Text(RulePaths.DestinationEncryption, keyId, keyLimit);
        }

        if (destination.Prefix is not { } prefix)
        {
            return;
        }

        if (capabilities.DestinationPrefix is { } limit)
        {
            Text(RulePaths.DestinationPrefix, prefix, limit);
        }

        if (PrefixSlashAdvice.For(capabilities, prefix) is { } advice)
        {
            Add(advice);
        }
    }

    public void Filter(InventoryFilter filter, DateTimeOffset now)
    {
        if (capabilities.FilterPrefix is { } limit)
        {
            for (var i = 0; i < filter.Prefixes.Count; i++)
            {
                Text(RulePaths.FilterPrefixes, filter.Prefixes[i], limit);
            }
        }

        if (filter.LastModified is { } modified)
        {
            Instant("Filter.LastModified.Begin", modified.Begin, now);
            Instant("Filter.LastModified.End", modified.End, now);
            if (modified.Begin > modified.End)
            {
                Contradiction(
                    RulePaths.FilterLastModified,
                    string.Create(CultureInfo.InvariantCulture, $"The beginning {modified.Begin:u} lies after the end {modified.End:u}."),
                    "Exchange them, or leave one out.",
                    capabilities.LastModified?.ServerAnswer);
            }
        }

        if (filter.ObjectSize is { } size)
        {
            Size("Filter.ObjectSize.Lower", size.Lower);
            Size("Filter.ObjectSize.Upper", size.Upper);
            if (size.Lower > size.Upper)
            {
                Contradiction(
                    RulePaths.FilterObjectSize,
                    string.Create(CultureInfo.InvariantCulture, $"The lower bound {size.Lower} lies over the upper bound {size.Upper}."),
                    "Exchange them, or leave one out.",
                    capabilities.ObjectSize?.ServerAnswer);
            }
        }
    }

    public void Columns(ValueList<InventoryField> fields)
    {
        if (fields.Count < 2)
        {
            return;
        }

        HashSet<InventoryField> named = new(fields.Count);
        for (var i = 0; i < fields.Count; i++)
        {
            if (!named.Add(fields[i]))
            {
                Add(new()
                {
                    Kind = RuleViolationKind.Advice,
                    Severity = ViolationSeverity.Warning,
                    Path = $"{RulePaths.OptionalFields}[{fields[i]}]",
                    Provider = capabilities.Provider,
                    Reason = "The column is named more than once, and no document says what the service makes of that.",
                    Remedy = "Name it once.",
                });
            }
        }
    }

    public void Text(string path, string text, TextLimit limit)
    {
        if (limit.Problem(text) is { } problem)
        {
            Add(new()
            {
                Kind = RuleViolationKind.TextLimit,
                Path = path,
                Provider = capabilities.Provider,
                Reason = problem,
                Remedy = "Change it.",
                Evidence = limit.Evidence,
                ServerAnswer = limit.ServerAnswer,
            });
        }
    }

    private void Instant(string path, DateTimeOffset? instant, DateTimeOffset now)
    {
        if (instant is { } i && capabilities.LastModified is { } limit && !limit.Allows(i, now))
        {
            OutOfRange(path, string.Create(CultureInfo.InvariantCulture, $"{i:u} must be {limit.Description}."), limit.Evidence, limit.ServerAnswer);
        }
    }

    private void Size(string path, long? size)
    {
        if (size is { } s && capabilities.ObjectSize is { } limit && s > limit.MaxBytes)
        {
            OutOfRange(path, string.Create(CultureInfo.InvariantCulture, $"{s} must be {limit.Description}."), limit.Evidence, limit.ServerAnswer);
        }
    }

    private void OutOfRange(string path, string reason, ValueList<Evidence> evidence, string? serverAnswer) => Add(new()
    {
        Kind = RuleViolationKind.OutOfRange,
        Path = path,
        Provider = capabilities.Provider,
        Reason = reason,
        Remedy = "Change it.",
        Evidence = evidence,
        ServerAnswer = serverAnswer,
    });

    private void Contradiction(string path, string reason, string remedy, string? serverAnswer) => Add(new()
    {
        Kind = RuleViolationKind.Contradiction,
        Path = path,
        Provider = capabilities.Provider,
        Reason = reason,
        Remedy = remedy,
        ServerAnswer = serverAnswer,
    });

    private readonly RuleViolation Unsupported(string path, FeatureSupport support) => new()
    {
        Kind = support.Level == SupportLevel.Conditional ? RuleViolationKind.Conditional : RuleViolationKind.NotOffered,
        Severity = support.Level == SupportLevel.Conditional ? ViolationSeverity.Warning : ViolationSeverity.Error,
        Path = path,
        Provider = capabilities.Provider,
        Reason = support.Reason,
        Remedy = support.Remedy,
        Evidence = support.Evidence,
        ServerAnswer = support.ServerAnswer,
    };

    private void AddAll(IEnumerable<RuleViolation> violations)
    {
        foreach (var violation in violations)
        {
            Add(violation);
        }
    }

    private void Add(RuleViolation violation) => (_found ??= []).Add(violation);
}
