namespace Inventory.Conformance;

/// <content>Calls that are given up while they are on their way. Each ends at once, as cancelled or done, and leaves nothing by halves.</content>
public abstract partial class InventoryServiceConformance
{
    // How often the caller lets others run before it gives up: from before the first request to after the last.
    private static readonly int[] Patience = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

    [Clause]
    public Task A_put_that_is_cancelled_on_its_way_creates_the_rule_or_does_not() => GiveUpAsync(async (turns, other) =>
    {
        var rule = Baseline();

        await GiveUpAfterAsync(turns, token => Service.PutAsync(SourceBucket, rule, cancellationToken: token));

        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null.Or.EqualTo(Service.Normalize(rule)));
        AssertIsHeld(await Service.FindAsync(SourceBucket, other.Id), other);
    });

    [Clause]
    public Task A_replacement_that_is_cancelled_on_its_way_leaves_the_old_rule_or_the_new_one() => GiveUpAsync(async (turns, other) =>
    {
        var rule = Baseline();
        var changed = rule with { IsEnabled = false };
        await PutAllAsync([rule]);

        await GiveUpAfterAsync(turns, token => Service.PutAsync(SourceBucket, changed, cancellationToken: token));

        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.EqualTo(Service.Normalize(rule)).Or.EqualTo(Service.Normalize(changed)));
        Assert.That((await ListAsync()).Select(r => r.Id), Is.EquivalentTo(new[] { rule.Id, other.Id }));
    });

    [Clause]
    public Task A_find_or_a_list_that_is_cancelled_on_its_way_ends_as_cancelled_or_whole() => GiveUpAsync(async (turns, rule) =>
    {
        await GiveUpAfterAsync(turns, async token => Assert.That(await Service.FindAsync(SourceBucket, rule.Id, token), Is.EqualTo(Service.Normalize(rule))));
        await GiveUpAfterAsync(turns, async token => Assert.That(await IdsOfAsync(Service.ListAsync(SourceBucket, token)), Has.Member(rule.Id)));
    });

    [Clause]
    public Task A_delete_that_is_cancelled_on_its_way_deletes_the_rule_or_leaves_it() => GiveUpAsync(async (turns, other) =>
    {
        var rule = Baseline();
        await PutAllAsync([rule]);

        await GiveUpAfterAsync(turns, token => Service.DeleteAsync(SourceBucket, rule.Id, token));

        Assert.That(await Service.FindAsync(SourceBucket, rule.Id), Is.Null.Or.EqualTo(Service.Normalize(rule)));
        AssertIsHeld(await Service.FindAsync(SourceBucket, other.Id), other);
    });

    private async Task GiveUpAfterAsync(int turns, Func<CancellationToken, Task> call)
    {
        using var caller = new CancellationTokenSource();
        var running = Task.Run(() => call(caller.Token));
        for (var i = 0; i < turns && !running.IsCompleted; i++)
        {
            await Task.Yield();
        }

        await caller.CancelAsync();
        try
        {
            await running.WaitAsync(LongestEndOfACancelledCall);
        }
        catch (OperationCanceledException)
        {
            // As it should, where it was not done yet.
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            Assert.Fail($"The call still went on {LongestEndOfACancelledCall} after it was cancelled. It must observe its cancellation token.");
        }
    }

    /// <summary>Gives up sooner and later, in a bucket that holds one rule more.</summary>
    private async Task GiveUpAsync(Func<int, InventoryRule, Task> round)
    {
        var other = Baseline();
        await PutAllAsync([other]);
        foreach (var turns in Patience)
        {
            await round(turns, other);
            foreach (var rule in (await ListAsync()).Where(r => r.Id != other.Id))
            {
                await Service.DeleteAsync(SourceBucket, rule.Id);
            }
        }
    }
}
