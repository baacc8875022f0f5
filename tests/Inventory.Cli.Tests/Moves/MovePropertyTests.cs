using Inventory.Planning;

namespace Inventory.Cli.Tests;

/// <summary>Moves of what both adapters read from their wires, there and back.</summary>
[TestFixture]
public sealed class MovePropertyTests
{
    private const int Fleets = 60;

    [TestCase("oss", "bos")]
    [TestCase("bos", "oss")]
    public async Task Whatever_a_wire_holds_lands_as_planned_and_comes_back_equal_but_for_what_was_accepted_by_name(string from, string to)
    {
        var (equal, changed) = (0, 0);
        for (var seed = 0; seed < Fleets; seed++)
        {
            await using var clouds = await WireClouds.StartAsync(["here", "there", "back", "destbucket", "elsewhere"], new RandomWire(seed).Rules(["here"]));
            var there = await MoveAsync(clouds, new() { From = from, To = to, Buckets = [new("here", "there")] });
            var back = await MoveAsync(clouds, new() { From = to, To = from, Buckets = [new("there", "back")] });
            var (originals, landed, returned) = (await RulesAsync(clouds, from, "here"), await RulesAsync(clouds, to, "there"), await RulesAsync(clouds, from, "back"));

            Assert.That(there.Buckets.Single().Rules.SelectMany(r => r.Landings, (r, l) => l.Rule with { IsEnabled = r.IsEnabled }), Is.EquivalentTo(landed.Values), $"seed {seed}");
            foreach (var rule in there.Buckets.Single().Rules.Where(r => r.Landings.Count == 1))
            {
                var again = back.Buckets.Single().Rules.Single(r => r.RuleId == rule.Landings[0].Rule.Id);
                if (again.Landings.Count == 1)
                {
                    var differing = WithoutAccess(originals[rule.RuleId]).DifferingPaths(WithoutAccess(returned[again.Landings[0].Rule.Id]));
                    Assert.That(differing, Is.SubsetOf(rule.Changes.Concat(again.Changes).Select(c => c.Path)), $"seed {seed}: {rule}");
                    Assert.That(rule.Changes.Concat(again.Changes).Select(c => c.Accepted), Has.None.Null, $"seed {seed}: {rule}");
                    (equal, changed) = differing.Any() ? (equal, changed + 1) : (equal + 1, changed);
                }
            }
        }

        Assert.That((equal > 0, changed > 100), Is.EqualTo((true, true)), $"{equal} equal, {changed} changed");
    }

    /// <summary>The options with everything accepted that may be, rule by rule, as somebody would who takes the first choice of each.</summary>
    private static async Task<MoveOptions> AcceptAllAsync(WireClouds clouds, MoveOptions options)
    {
        while (true)
        {
            var rules = (await PlanAsync(clouds, options)).Buckets.Single().Rules;
            var more = rules.SelectMany(r => r.Refusals.Where(f => !f.Choices.IsEmpty), (r, f) => Named(f.Choices[0], r.RuleId)).Except(options.Accept.ToArray()).ToList();
            if (more.Count == 0)
            {
                return options;
            }

            options = options with { Accept = [.. options.Accept, .. more] };
        }
    }

    private static MoveAcceptance Named(MoveAcceptance choice, string ruleId) => choice.Change is { } change ? MoveAcceptance.Of(change, ruleId) : MoveAcceptance.Split(ruleId);

    /// <summary>Accepts what may be, lands and enables; the move as it stands after that.</summary>
    private static async Task<MovePlan> MoveAsync(WireClouds clouds, MoveOptions named)
    {
        var options = await AcceptAllAsync(clouds, named);
        foreach (var step in new[] { options, options with { Enable = true } })
        {
            using var folder = new TemporaryFolder();
            var result = await new FleetApplier(clouds.Service, new(folder.Path, RuleFormats.Extensions)).ApplyAsync((await PlanAsync(clouds, step)).Plan);
            Assert.That(result.IsAllDone, ApplyText.Write(result));
        }

        var done = await PlanAsync(clouds, options with { Enable = true });
        Assert.That((done.Plan.IsEmpty, done.Counts.Missing), Is.EqualTo((true, 0)), MoveText.Write(done));
        return done;
    }

    private static async Task<MovePlan> PlanAsync(WireClouds clouds, MoveOptions options)
    {
        var move = new FleetMove(clouds.Service, RuleFormats.Extensions, options);
        return move.Create(await new FleetReader(clouds.Service).ReadAsync(move.Buckets));
    }

    private static InventoryRule WithoutAccess(InventoryRule rule) => rule with { Extensions = [.. rule.Extensions.Where(e => e is not InventoryAccessExtension)] };

    private static async Task<Dictionary<string, InventoryRule>> RulesAsync(WireClouds clouds, string account, string bucket)
    {
        Dictionary<string, InventoryRule> rules = new(StringComparer.Ordinal);
        await foreach (var rule in clouds.Service(account).ListAsync(bucket))
        {
            rules.Add(rule.Id, rule);
        }

        return rules;
    }
}
