using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests;

/// <summary>
/// OSS has no update, so a replacement deletes and puts. Whatever happens to whichever request on the way, the bucket holds the old rule or the new one,
/// or the caller holds the old one.
/// </summary>
[TestFixture]
public sealed class ReplaceFaultTests
{
    // A request that is applied late, after it was sent again and answered, undoes what came between: no client can help that. It has a test of its own.
    private static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Where(f => f != Fault.AppliedLate)];

    private static readonly InventoryRule Plain = OssRules.Plain with { Filter = InventoryFilter.ForPrefix("old/") };

    /// <summary>A put of such a rule reads it back.</summary>
    private static readonly InventoryRule Conditional = Plain with { Filter = new() { Prefixes = ["old/"], ObjectSize = new() { Lower = 1 } } };

    private static readonly InventoryRule[] OldRules = [Plain, Conditional];

    private OssCloud _cloud = null!;
    private SocketsHttpHandler _connection = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _cloud = await OssCloud.StartAsync();
        _connection = new SocketsHttpHandler { AllowAutoRedirect = false };
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _connection.Dispose();
        await _cloud.DisposeAsync();
    }

    [TestCase(PutMode.CreateOrReplace, false)]
    [TestCase(PutMode.CreateOrReplace, true)]
    [TestCase(PutMode.ReplaceOnly, false)]
    public async Task No_single_fault_loses_the_rule(PutMode mode, bool isExpecting)
    {
        List<Exception?> outcomes = [];
        foreach (var old in OldRules)
        {
            foreach (var attempts in new[] { 1, 3 })
            {
                var requests = await CountAsync(old, mode, isExpecting, attempts);
                foreach (var (k, fault) in from k in Enumerable.Range(0, requests) from fault in Faults select (k, fault))
                {
                    var script = new Dictionary<int, Fault> { [k] = fault };
                    var failure = await AssertNothingIsLostAsync(old, mode, isExpecting, attempts, script);

                    Assert.That(failure is ReplaceInterruptedException && fault is not (Fault.DeadForGood or Fault.DeadOnceDone or Fault.DiesUnsent or Fault.FailsUndone), Is.False,
                        $"a service that recovers can be settled with, but for a delete that nobody confirmed: {Describe(script)}");
                    outcomes.Add(failure);
                }
            }
        }

        await TestContext.Out.WriteLineAsync($"{outcomes.Count} combinations of request, fault, attempts and rule: {Tally(outcomes)}.");
        Assert.That(outcomes, Has.Count.GreaterThanOrEqualTo(100).And.Some.Null.And.Some.InstanceOf<ReplaceInterruptedException>());
    }

    [TestCase(PutMode.CreateOrReplace, 1)]
    [TestCase(PutMode.CreateOrReplace, 3)]
    [TestCase(PutMode.ReplaceOnly, 1)]
    [TestCase(PutMode.ReplaceOnly, 3)]
    public async Task No_two_faults_lose_the_rule(PutMode mode, int attempts)
    {
        List<Exception?> outcomes = [];
        var requests = await CountAsync(Plain, mode, false, attempts);
        foreach (var (first, second) in from k in Enumerable.Range(0, requests) from then in Enumerable.Range(k + 1, 4) select (k, then))
        {
            foreach (var (one, other) in from one in Faults from other in Faults where one is not (Fault.DeadForGood or Fault.DeadOnceDone) select (one, other))
            {
                outcomes.Add(await AssertNothingIsLostAsync(Plain, mode, false, attempts, new Dictionary<int, Fault> { [first] = one, [second] = other }));
            }
        }

        await TestContext.Out.WriteLineAsync($"{outcomes.Count} combinations of two requests and two faults: {Tally(outcomes)}.");
        Assert.That(outcomes, Has.Count.GreaterThanOrEqualTo(500));
    }

    [Test]
    public async Task A_look_that_is_behind_the_times_does_not_pass_for_the_old_rule()
    {
        var script = new Dictionary<int, Fault> { [2] = Fault.FailsUndone, [3] = Fault.Stale };

        var failure = await AssertNothingIsLostAsync(Plain, PutMode.ReplaceOnly, false, 1, script);

        Assert.That(failure, Is.InstanceOf<InventoryException>().With.Property(nameof(InventoryException.Kind)).EqualTo(InventoryErrorKind.Unavailable));
        Assert.That(await _cloud.Service.FindAsync(OssCloud.Source, Plain.Id), Is.EqualTo(_cloud.Service.Normalize(Plain)));
    }

    [TestCase(PutMode.CreateOrReplace)]
    [TestCase(PutMode.ReplaceOnly)]
    public async Task A_request_that_nobody_answered_and_that_is_applied_when_all_is_over_loses_nothing(PutMode mode)
    {
        var requests = await CountAsync(Plain, mode, false, 1);

        for (var k = 0; k < requests; k++)
        {
            _ = await AssertNothingIsLostAsync(Plain, mode, false, 1, new Dictionary<int, Fault> { [k] = Fault.AppliedLate });
        }
    }

    [Test]
    public async Task A_caller_that_cancelled_still_gets_the_old_rule_when_it_could_not_be_put_back()
    {
        var script = new Dictionary<int, Fault> { [1] = Fault.CancelledAfter, [2] = Fault.DeadForGood };

        var failure = await AssertNothingIsLostAsync(Plain, PutMode.ReplaceOnly, false, 1, script);

        Assert.That(failure, Is.InstanceOf<ReplaceInterruptedException>());
        Assert.That(((ReplaceInterruptedException)failure!).OldRule, Is.EqualTo(_cloud.Service.Normalize(Plain)));
        Assert.That(_cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source), Is.Empty);
    }

    [Test]
    public async Task A_replacement_that_the_service_refuses_ends_with_the_old_rule_back_and_the_refusal_thrown()
    {
        using var caller = new CancellationTokenSource();
        await BeginAsync(Plain);
        var refused = New(Plain) with { Destination = new() { Bucket = "nobodys-bucket" } };
        var service = Service(1, new Dictionary<int, Fault>(), caller, out _);

        var failure = Assert.ThrowsAsync<InventoryException>(() => service.PutAsync(OssCloud.Source, refused, new() { Mode = PutMode.ReplaceOnly }));

        Assert.That((failure.Kind, failure.ServiceCode), Is.EqualTo((InventoryErrorKind.InvalidRequest, "InvalidArgument")));
        Assert.That(await _cloud.Service.FindAsync(OssCloud.Source, Plain.Id), Is.EqualTo(_cloud.Service.Normalize(Plain)));
    }

    [Test]
    public async Task A_naive_replacement_does_lose_the_rule_to_these_faults()
    {
        List<string> losses = [];
        foreach (var (k, fault) in from k in Enumerable.Range(0, 2) from fault in Faults select (k, fault))
        {
            using var caller = new CancellationTokenSource();
            await BeginAsync(Plain);
            var script = new Dictionary<int, Fault> { [k] = fault };
            var service = Service(1, script, caller, out _);
            try
            {
                await service.DeleteAsync(OssCloud.Source, Plain.Id, caller.Token);
                _ = await service.PutAsync(OssCloud.Source, New(Plain), new() { Mode = PutMode.CreateOnly }, caller.Token);
            }
            catch (Exception e) when (e is InventoryException or OperationCanceledException)
            {
                if (await _cloud.Service.FindAsync(OssCloud.Source, Plain.Id) is null)
                {
                    losses.Add(Describe(script));
                }
            }
        }

        await TestContext.Out.WriteLineAsync($"Lost to: {string.Join("; ", losses)}.");
        Assert.That(losses, Has.Count.GreaterThanOrEqualTo(5));
    }

    private static InventoryRule New(InventoryRule old) => old with { IsEnabled = false, Schedule = InventorySchedule.Weekly };

    private static PutOptions Options(InventoryRule old, PutMode mode, bool isExpecting) => new() { Mode = mode, IfCurrently = isExpecting ? old : null };

    private static string Tally(IEnumerable<Exception?> failures) =>
        string.Join(", ", failures.GroupBy(f => f?.GetType().Name ?? "replaced").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));

    private static string Describe(IReadOnlyDictionary<int, Fault> script) => string.Join(", ", script.Select(s => $"request {s.Key} {s.Value}"));

    private async Task<int> CountAsync(InventoryRule old, PutMode mode, bool isExpecting, int attempts)
    {
        using var caller = new CancellationTokenSource();
        await BeginAsync(old);
        var service = Service(attempts, new Dictionary<int, Fault>(), caller, out var faults);

        _ = await service.PutAsync(OssCloud.Source, New(old), Options(old, mode, isExpecting));

        return faults.Count;
    }

    /// <returns>What the put threw; null where it succeeded.</returns>
    private async Task<Exception?> AssertNothingIsLostAsync(InventoryRule old, PutMode mode, bool isExpecting, int attempts, IReadOnlyDictionary<int, Fault> script)
    {
        using var caller = new CancellationTokenSource();
        await BeginAsync(old);
        var service = Service(attempts, script, caller, out var faults);
        Exception? failure = null;
        PutResult? result = null;

        try
        {
            result = await service.PutAsync(OssCloud.Source, New(old), Options(old, mode, isExpecting), caller.Token);
        }
        catch (Exception e) when (e is InventoryException or OperationCanceledException)
        {
            failure = e;
        }

        await faults.ApplyLateAsync();
        var (oldRule, newRule) = (_cloud.Service.Normalize(old), _cloud.Service.Normalize(New(old)));
        var held = await _cloud.Service.FindAsync(OssCloud.Source, old.Id);
        var what = $"{mode}, {attempts} attempt(s), {Describe(script)}: holds {(held is null ? "none" : held == newRule ? "the new" : "the old")} rule, {failure?.GetType().Name ?? "succeeded"}";
        Assert.That(_cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source), Has.Count.LessThanOrEqualTo(1), what);
        if (result is not null)
        {
            Assert.That((result.Outcome, held), Is.EqualTo((PutOutcome.Replaced, newRule)), what);
        }
        else if (failure is ReplaceInterruptedException interrupted)
        {
            Assert.That((interrupted.OldRule, interrupted.NewRule), Is.EqualTo((oldRule, newRule)), what);
        }
        else
        {
            Assert.That(held, Is.EqualTo(oldRule).Or.EqualTo(newRule), what);
        }

        return failure;
    }

    private async Task BeginAsync(InventoryRule old)
    {
        await _cloud.Service.DeleteAsync(OssCloud.Source, old.Id);
        _ = await _cloud.Service.PutAsync(OssCloud.Source, old);
    }

    private OssInventoryService Service(int attempts, IReadOnlyDictionary<int, Fault> script, CancellationTokenSource caller, out FaultHandler faults)
    {
        var handler = faults = new FaultHandler(_connection, script, caller);
        return _cloud.NewService(o => o.Transport = new() { MaxAttempts = attempts, BaseDelay = TimeSpan.FromMilliseconds(1) }, handler, new SkippingClock());
    }
}
