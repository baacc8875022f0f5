using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>One move, step by step: plans it, writes what is planned, reads it back.</summary>
/// <param name="session">What it works with.</param>
/// <param name="options">What moves where.</param>
internal sealed class MoveRun(FleetSession session, MoveOptions options)
{
    private readonly List<ApplyResult> _applied = [];

    /// <summary>What was written, a result a step. The last may be one that was not applied.</summary>
    public IReadOnlyList<ApplyResult> Applied => _applied;

    /// <summary>Whether something failed that was to be written.</summary>
    public bool IsFailed => _applied.Exists(a => a.Counts.FailedBuckets > 0);

    /// <summary>Whether somebody stopped it before all was tried.</summary>
    public bool IsStopped => _applied.Exists(a => a.IsCancelled);

    /// <summary>Reads both sides, and plans a step.</summary>
    /// <param name="enable">Whether it is the step that enables.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<MovePlan> PlanAsync(bool enable, CancellationToken cancellationToken)
    {
        var move = new FleetMove(session.Service, RuleFormats.Extensions, options with { Enable = enable });
        return move.Create(await session.ReadAsync(move.Buckets, cancellationToken));
    }

    /// <summary>Writes what a step plans, reads both sides again, and plans what is left of the step: nothing where all was done.</summary>
    /// <param name="plan">The step.</param>
    /// <param name="journal">Where replacements that are a delete and a put are noted.</param>
    /// <param name="hash">The hash that was reviewed; null for whatever the plan is.</param>
    /// <param name="cancellationToken">Stops it. What was written by then is in <see cref="Applied"/>.</param>
    /// <exception cref="ApplyRefusedException">It is another plan than the one that was reviewed, or an earlier apply was interrupted. Nothing was sent; <see cref="Applied"/> says so too.</exception>
    public async Task<MovePlan> ApplyAsync(MovePlan plan, ApplyJournal journal, string? hash, CancellationToken cancellationToken)
    {
        var title = plan.IsEnabling ? "Enabling rules" : "Landing rules";
        try
        {
            _applied.Add(await session.ApplyAsync(plan.Plan, title, journal, hash, force: false, cancellationToken));
        }
        catch (ApplyRefusedException e)
        {
            _applied.Add(ApplyResult.NotApplied(plan.Plan, e));
            throw;
        }

        return _applied[^1].IsCancelled ? plan : await PlanAsync(plan.IsEnabling, cancellationToken);
    }
}
