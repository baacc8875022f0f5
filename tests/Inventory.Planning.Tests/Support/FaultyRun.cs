using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Planning.Tests;

/// <summary>A fleet, and a seed for which of its requests fail, how and when.</summary>
internal sealed record FaultyRun(RandomFleet Fleet, int Seed)
{
    public static Gen<FaultyRun> Generator => from fleet in RandomFleet.Generator from seed in Gen.Choose(0, int.MaxValue - 1) select new FaultyRun(fleet, seed);

    /// <summary>Has requests fail, before they are done or after, in every way that there is.</summary>
    public void Spoil(params ScriptedCloud[] clouds)
    {
        var random = new Random(Seed);
        Lock drawing = new();
        var rarity = random.Next(2, 12);
        Task Fail(string request)
        {
            lock (drawing)
            {
                return random.Next(rarity) == 0 ? Task.FromException(Fault(random)) : Task.CompletedTask;
            }
        }

        foreach (var cloud in clouds)
        {
            (cloud.Before, cloud.After) = (Fail, Fail);
        }
    }

    private static Exception Fault(Random random)
    {
        var kinds = Enum.GetValues<InventoryErrorKind>();
        return random.Next(5) switch
        {
            0 => new KilledException(),
            1 => new OperationCanceledException("Nobody cancelled."),
            // A refusal of the only attempt says for certain that nothing was done: one that is drawn here says nothing of the kind.
            _ => new InventoryException(kinds[random.Next(kinds.Length)], "A fault \ud800 \u202e\u001b[31m."),
        };
    }
}
