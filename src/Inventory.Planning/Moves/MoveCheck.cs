namespace Inventory.Planning;

/// <summary>Refuses options of a move that cannot be meant, all of what is wrong with them at once.</summary>
internal static class MoveCheck
{
    /// <exception cref="InventoryException">The options contradict themselves.</exception>
    public static void Options(MoveOptions options)
    {
        List<string> problems =
        [
            .. Twice(options.Buckets.Select(b => b.Source)).Select(b => $"Bucket '{b}' of '{Shown(options.From)}' is named twice. Name it once."),
            .. Twice(options.Buckets.Select(b => b.Target)).Select(b => $"Two buckets would move to bucket '{b}' of '{Shown(options.To)}'. Move one after the other."),
            .. Twice(options.Destinations.Select(d => d.Source)).Select(d => $"Destination '{d}' is named twice. Name it once."),
        ];
        // Who resolves accounts may have no regard to case.
        if (options.From.Equals(options.To, StringComparison.OrdinalIgnoreCase))
        {
            problems.AddRange(options.Buckets.Where(b => b.Source == b.Target).Select(b => $"Bucket '{Shown(b.Source)}' would move to itself. Name another account or another bucket."));

            // What landed there would move on in the next run.
            var sources = options.Buckets.Where(b => b.Source != b.Target).Select(b => b.Source).ToHashSet(StringComparer.Ordinal);
            problems.AddRange(options.Buckets.Where(b => b.Source != b.Target && sources.Contains(b.Target)).Select(b => $"Bucket '{Shown(b.Target)}' moves itself, and '{Shown(b.Source)}' would move to it. Move one after the other."));
        }

        Throw(problems);
    }

    /// <exception cref="InventoryException">A rule is named that no bucket of the source has. Nobody knows where one of them could not be read.</exception>
    public static void RuleIds(MoveOptions options, IReadOnlyCollection<LiveBucket> sources)
    {
        if (sources.Any(b => b.Failure is not null))
        {
            return;
        }

        var there = sources.SelectMany(b => b.Rules).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        Throw(
        [
            .. options.Accept.Where(a => a.RuleId is { } id && !there.Contains(id)).Select(a => $"'{Shown(a.ToString())}': {NoRule(options, a.RuleId!)}"),
            .. options.Leave.Where(id => !there.Contains(id)).Select(id => $"To leave '{Shown(id)}' behind: {NoRule(options, id)}"),
        ]);
    }

    private static string NoRule(MoveOptions options, string id) => $"no bucket of '{Shown(options.From)}' that moves has a rule '{Shown(id)}'. Check the id.";

    private static IEnumerable<string> Twice(IEnumerable<string> names) => names.CountBy(n => n, StringComparer.Ordinal).Where(n => n.Value > 1).Select(n => Shown(n.Key));

    private static string Shown(string name) => ShownText.Of(name, 200);

    private static void Throw(List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new InventoryException(InventoryErrorKind.InvalidRequest, string.Join('\n', ["The move cannot be planned:", .. problems.Select(p => $"  {p}")]));
        }
    }
}
