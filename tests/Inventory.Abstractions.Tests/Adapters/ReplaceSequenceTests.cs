using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>A replacement by delete and put never loses the rule, whatever goes wrong, and whenever.</summary>
[TestFixture]
public sealed class ReplaceSequenceTests
{
    private static readonly InventoryRule Old = TestCloud.Rule;
    private static readonly InventoryRule New = TestCloud.Rule with { Schedule = InventorySchedule.Weekly };
    private static readonly Fault[] Faults = Enum.GetValues<Fault>();

    [TestCase(PutMode.CreateOrReplace)]
    [TestCase(PutMode.ReplaceOnly)]
    public async Task One_fault_at_any_call_and_runs_of_it_never_lose_the_rule(PutMode mode)
    {
        var tally = new Tally();

        foreach (var fault in Faults.Except([Fault.None]))
        {
            for (var first = 0; first < 10; first++)
            {
                for (var length = 1; length <= 10; length++)
                {
                    Fault[] plan = [.. Enumerable.Repeat(Fault.None, first), .. Enumerable.Repeat(fault, length)];
                    tally.Add(await RunAsync(plan, lastGoesOn: false, mode));
                }

                tally.Add(await RunAsync([.. Enumerable.Repeat(Fault.None, first), fault], lastGoesOn: true, mode));
            }
        }

        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Interrupted, Is.Positive, "otherwise no fault lasted");
        Assert.That(tally.Restored, Is.Positive, "otherwise nothing was ever put back");
    }

    [Test]
    public async Task Five_faults_of_any_kind_from_the_delete_on_never_lose_the_rule([Values] bool lastGoesOn)
    {
        var tally = new Tally();
        var plans = from a in Faults from b in Faults from c in Faults from d in Faults from e in Faults select new[] { Fault.None, a, b, c, d, e };

        foreach (var plan in plans)
        {
            tally.Add(await RunAsync(plan, lastGoesOn, PutMode.CreateOrReplace));
        }

        await TestContext.Out.WriteLineAsync(tally.ToString());
        Assert.That(tally.Runs, Is.EqualTo((int)Math.Pow(Faults.Length, 5)));
        Assert.That(tally.Replaced, Is.Positive);
        Assert.That(tally.Restored, Is.Positive);
        Assert.That(tally.Interrupted, Is.Positive);
    }

    [Test]
    public async Task A_caller_that_gives_up_after_the_delete_gets_the_result_all_the_same()
    {
        var (error, stored) = await RunAsync([Fault.None, Fault.None, Fault.CallerCancels], lastGoesOn: false, PutMode.CreateOrReplace);

        Assert.That(error, Is.Null);
        Assert.That(stored, Is.EqualTo(New));
    }

    [Test]
    public async Task A_caller_that_gives_up_before_the_delete_finds_the_old_rule()
    {
        var (error, stored) = await RunAsync([Fault.CallerCancels], lastGoesOn: false, PutMode.CreateOrReplace);

        Assert.That(error, Is.InstanceOf<OperationCanceledException>());
        Assert.That(stored, Is.EqualTo(Old));
    }

    [Test]
    public async Task A_caller_that_gives_up_still_gets_the_old_rule_handed_over_where_it_could_not_be_put_back()
    {
        var (error, _) = await RunAsync([Fault.None, Fault.CallerCancels, Fault.UnavailableBefore], lastGoesOn: true, PutMode.CreateOrReplace);

        var interrupted = error as ReplaceInterruptedException;
        Assert.That(interrupted, Is.Not.Null);
        Assert.That((interrupted!.OldRule, interrupted.NewRule), Is.EqualTo((Old, New)));
        Assert.That(interrupted.Kind, Is.EqualTo(InventoryErrorKind.ReplaceInterrupted));
        Assert.That(interrupted.InnerException, Is.InstanceOf<InventoryException>().With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.Unavailable));
    }

    [Test]
    public async Task A_put_whose_answer_was_lost_is_found_to_have_worked()
    {
        var (error, stored) = await RunAsync([Fault.None, Fault.None, Fault.UnavailableAfter], lastGoesOn: false, PutMode.CreateOrReplace);

        Assert.That(error, Is.Null);
        Assert.That(stored, Is.EqualTo(New));
    }

    [Test]
    public async Task A_put_that_is_refused_puts_the_old_rule_back_and_throws_the_refusal()
    {
        var (error, stored) = await RunAsync([Fault.None, Fault.None, Fault.Denied], lastGoesOn: false, PutMode.CreateOrReplace);

        Assert.That((error as InventoryException)?.Kind, Is.EqualTo(InventoryErrorKind.AccessDenied));
        Assert.That(stored, Is.EqualTo(Old));
    }

    [Test]
    public async Task A_put_and_a_look_that_are_both_refused_still_put_the_old_rule_back()
    {
        var (error, stored) = await RunAsync([Fault.None, Fault.None, Fault.Denied, Fault.Denied], lastGoesOn: false, PutMode.CreateOrReplace);

        Assert.That((error as InventoryException)?.Kind, Is.EqualTo(InventoryErrorKind.AccessDenied));
        Assert.That(stored, Is.EqualTo(Old));
    }

    [Test]
    public async Task A_delete_that_is_refused_leaves_the_old_rule_and_throws_the_refusal()
    {
        var (error, stored) = await RunAsync([Fault.None, Fault.Denied], lastGoesOn: false, PutMode.CreateOrReplace);

        Assert.That((error as InventoryException)?.Kind, Is.EqualTo(InventoryErrorKind.AccessDenied));
        Assert.That(stored, Is.EqualTo(Old));
    }

    [Test]
    public async Task A_delete_that_has_not_reached_every_part_of_the_service_yet_is_waited_for()
    {
        var late = 3;
        var service = Scripted();
        service.Store[Old.Id] = Old;
        service.OnPut = rule => service.Calls.Contains("delete") && late-- > 0 ? new(PutReplyKind.Exists) : service.Apply(rule);
        service.OnFind = id => service.Calls.Contains("delete") && late > 0 ? Old : service.Store.GetValueOrDefault(id);

        var result = await service.PutAsync("logs", New);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
        Assert.That(service.Store[Old.Id], Is.EqualTo(New));
    }

    [Test]
    public async Task A_put_that_is_applied_late_is_found_while_the_old_rule_is_being_put_back()
    {
        var service = Scripted();
        service.Store[Old.Id] = Old;
        service.OnPut = rule => rule == Old ? ApplyLate() : service.Calls.Contains("delete") ? throw new InventoryException(InventoryErrorKind.Unavailable, "Not now.") : service.Apply(rule);

        var result = await service.PutAsync("logs", New);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Replaced));
        Assert.That(service.Store[Old.Id], Is.EqualTo(New));

        PutReply ApplyLate()
        {
            service.Store[Old.Id] = New;
            return new(PutReplyKind.Exists);
        }
    }

    [Test]
    public async Task A_rule_that_somebody_else_writes_in_between_is_left_and_the_old_one_is_handed_over()
    {
        var theirs = Old with { Schedule = InventorySchedule.Once };
        var service = Scripted();
        service.Store[Old.Id] = Old;
        service.OnDelete = id => service.Store[id] = theirs;

        var error = await Failing.With<ReplaceInterruptedException>(() => service.PutAsync("logs", New));

        Assert.That(error.OldRule, Is.EqualTo(Old));
        Assert.That((error.InnerException as InventoryException)?.Kind, Is.EqualTo(InventoryErrorKind.Conflict));
        Assert.That(service.Store[Old.Id], Is.EqualTo(theirs));
    }

    [Test]
    public async Task Putting_back_ends_with_the_deadline_that_the_settings_state()
    {
        var time = new ManualTimeProvider { SkipsWaitsUpTo = TimeSpan.FromSeconds(3) };
        var service = new ScriptedService(TestCloud.Capabilities, new() { Time = time, ReplaceDeadline = TimeSpan.FromSeconds(10) });
        service.Store[Old.Id] = Old;
        service.OnPut = _ => service.Calls.Contains("delete") ? throw new InventoryException(InventoryErrorKind.Unavailable, "Not now.") : new(PutReplyKind.Exists);
        var begin = time.GetUtcNow();

        _ = await Failing.With<ReplaceInterruptedException>(() => service.PutAsync("logs", New));

        Assert.That(time.GetUtcNow() - begin, Is.InRange(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(12)));
    }

    private static ScriptedService Scripted() =>
        new(TestCloud.Capabilities, new() { Time = new ManualTimeProvider { SkipsWaitsUpTo = TimeSpan.FromSeconds(3) } });

    private static async Task<(Exception? Error, InventoryRule? Stored)> RunAsync(IReadOnlyList<Fault> plan, bool lastGoesOn, PutMode mode)
    {
        using var caller = new CancellationTokenSource();
        var service = new FaultyService(plan, lastGoesOn, new ManualTimeProvider { SkipsWaitsUpTo = TimeSpan.FromSeconds(3) }, caller) { Stored = Old };
        Exception? error = null;
        try
        {
            _ = await service.PutAsync("logs", New, new() { Mode = mode }, caller.Token);
        }
        catch (Exception e) when (e is InventoryException or OperationCanceledException or InvalidOperationException)
        {
            error = e;
        }

        AssertIsNotLost(error, service.Stored, plan);
        Assert.That(service.EveryCallCanEnd, Is.True);
        return (error, service.Stored);
    }

    private static void AssertIsNotLost(Exception? error, InventoryRule? stored, IReadOnlyList<Fault> plan)
    {
        var isRight = error switch
        {
            null => stored == New,
            ReplaceInterruptedException interrupted => interrupted.OldRule == Old && interrupted.NewRule == New,
            _ => stored == Old,
        };
        if (!isRight)
        {
            Assert.Fail($"{string.Join(", ", plan)}: ended with {error?.GetType().Name ?? "success"}, and the store holds {stored?.Schedule.ToString() ?? "nothing"}.");
        }
    }

    private sealed class Tally
    {
        public int Runs { get; private set; }

        public int Replaced { get; private set; }

        public int Restored { get; private set; }

        public int Interrupted { get; private set; }

        public void Add((Exception? Error, InventoryRule? Stored) run)
        {
            Runs++;
            Replaced += run.Error is null ? 1 : 0;
            Interrupted += run.Error is ReplaceInterruptedException ? 1 : 0;
            Restored += run.Error is not null and not ReplaceInterruptedException ? 1 : 0;
        }

        public override string ToString() => $"{Runs} runs: {Replaced} replaced, {Restored} ended with the old rule there, {Interrupted} handed the old rule over.";
    }
}
