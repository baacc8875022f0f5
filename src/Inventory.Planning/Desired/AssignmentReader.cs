using System.Globalization;
using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Reads the assignments of a fleet file, and gives each bucket its rules.</summary>
/// <param name="accounts">The buckets.</param>
/// <param name="parts">The rules.</param>
/// <param name="reading">Reads them.</param>
/// <param name="name">What to call the file.</param>
internal sealed class AssignmentReader(FleetAccounts accounts, RuleParts parts, RuleReading reading, string name)
{
    // A thousand patterns of ten characters over ten thousand buckets take three quarters of it.
    private const long MostCompared = 4_000_000_000;
    private const int MostAssigned = 1_000_000;

    private long _compared;
    private int _assigned;

    public void Read(ObjectReader file)
    {
        foreach (var (path, node) in file.StrictItems("assignments"))
        {
            if (node.Kind != DocumentNodeKind.Object)
            {
                file.Problems.Add(path, node, "It must be an object with account, buckets and rules.");
                continue;
            }

            Assign(new ObjectReader(node, path, file.Problems));
        }
    }

    private void Assign(ObjectReader assignment)
    {
        var account = Account(assignment);
        var buckets = Buckets(assignment, account);
        var named = Named(assignment);
        var set = Set(assignment);
        var accept = Accept(assignment);
        assignment.RefuseUnread();
        foreach (var (path, node, part) in named)
        {
            if (reading.Read(node.Text, part, set) is { } rule)
            {
                DesiredRule desired = new() { Rule = rule, Accept = accept, Source = part.Source(name) };
                Give(assignment, buckets, desired, path, node);
            }
        }
    }

    private static void RequireList(ObjectReader assignment, string list)
    {
        if (assignment.One(list) is null or { Kind: DocumentNodeKind.Array, Items.Count: 0 })
        {
            assignment.Problem(list, assignment.One(list) is null ? "It is required and missing." : "It names none. Name one, or leave the assignment out.");
        }
    }

    private FleetAccount? Account(ObjectReader assignment)
    {
        var given = assignment.RequiredStrictText("account");
        var account = accounts.Find(given);
        if (account is null && given.Length > 0)
        {
            assignment.Problems.AddUnknown(
                assignment.PathOf("account"), assignment.One("account")!, $"account '{ShownText.Of(given)}'", given, accounts.Names);
        }

        return account;
    }

    /// <summary>Refuses patterns that together would take hours, and then nothing else.</summary>
    private void CountPattern(ObjectReader assignment, FleetAccount account, string path, DocumentNode node)
    {
        _compared += BucketPattern.IsPattern(node.Text) ? account.NameLength * node.Text.Length : 0;
        if (_compared > MostCompared)
        {
            assignment.Problems.Add(path, node, "Too many or too long patterns stand over too many buckets. Split the file.");
            assignment.Problems.ThrowIfAny();
        }
    }

    private List<FleetBucket> Buckets(ObjectReader assignment, FleetAccount? account)
    {
        RequireList(assignment, "buckets");
        List<FleetBucket> buckets = [];
        HashSet<FleetBucket> seen = [];
        foreach (var (path, node) in assignment.StrictTexts("buckets"))
        {
            if (account is null)
            {
                continue;
            }

            CountPattern(assignment, account, path, node);
            var count = 0;
            foreach (var bucket in account.Select(node.Text))
            {
                count++;
                if (seen.Add(bucket))
                {
                    buckets.Add(bucket);
                }
            }

            if (count == 0)
            {
                var what = BucketPattern.IsPattern(node.Text) ? "bucket like" : "bucket";
                assignment.Problems.AddUnknown(
                    path, node, $"{what} '{ShownText.Of(node.Text)}' in the account '{ShownText.Of(account.Name)}'", node.Text, account.Buckets.Select(b => b.Name));
            }
        }

        return buckets;
    }

    private List<(string Path, DocumentNode Node, RulePart Part)> Named(ObjectReader assignment)
    {
        RequireList(assignment, "rules");
        List<(string Path, DocumentNode Node, RulePart Part)> named = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (path, node) in assignment.StrictTexts("rules"))
        {
            if (!seen.Add(node.Text))
            {
                assignment.Problems.Add(path, node, $"The rule '{ShownText.Of(node.Text)}' is named more than once. Leave it out here.");
            }
            else if (parts.Rules.TryGetValue(node.Text, out var part))
            {
                named.Add((path, node, part));
            }
            else
            {
                assignment.Problems.AddUnknown(path, node, $"rule '{ShownText.Of(node.Text)}'", node.Text, parts.Rules.Keys);
            }
        }

        return named;
    }

    private static RulePart? Set(ObjectReader assignment)
    {
        if (assignment.StrictObject("set") is not { } set)
        {
            return null;
        }

        if (set.One("from") is not null)
        {
            set.Problem("from", "An assignment builds on no defaults. Write the members out, or let the rule build on them.");
        }

        return new(set.Path, set.Node);
    }

    private static ValueList<Acceptance> Accept(ObjectReader assignment)
    {
        List<Acceptance> accepted = [];
        foreach (var (path, node) in assignment.StrictTexts("accept"))
        {
            var acceptance = assignment.Problems.Try<Acceptance?>(path, node, () => Acceptance.Parse(node.Text), null);
            if (acceptance is { Path: RulePaths.Id })
            {
                assignment.Problems.Add(path, node, "A rule has the id that it is named by. Name another rule for these buckets.");
            }
            else if (acceptance is not null && acceptance == Acceptance.Set(RulePaths.Schedule, nameof(InventorySchedule.Once)))
            {
                assignment.Problems.Add(path, node, "A rule that runs once is none to keep. Use put for it, or accept a schedule that repeats.");
            }
            else if (acceptance is not null)
            {
                accepted.Add(acceptance);
            }
        }

        return accepted.ToValueList();
    }

    private void Give(ObjectReader assignment, List<FleetBucket> buckets, DesiredRule rule, string path, DocumentNode node)
    {
        foreach (var bucket in buckets)
        {
            if (bucket.Give(rule, node.Line) is > 0 and var line)
            {
                assignment.Problems.Add(path, node, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The bucket '{ShownText.Of(bucket.Name)}' gets the rule '{ShownText.Of(node.Text)}' in line {line} too, and not the same: 'set' or 'accept' differ. Leave the bucket out of one."));
                return;
            }
        }

        _assigned += buckets.Count;
        if (_assigned > MostAssigned)
        {
            assignment.Problems.Add(path, node, string.Create(CultureInfo.InvariantCulture, $"More than {MostAssigned} rules are assigned. Split the file."));
            assignment.Problems.ThrowIfAny();
        }
    }
}
