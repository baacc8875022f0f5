using FsCheck;
using FsCheck.Fluent;

namespace Inventory.Tests.Faults;

/// <summary>Whole calls on a service that answers what nobody promised: nothing but an <see cref="InventoryException"/> comes out.</summary>
internal static class HostileService
{
    private static readonly (string Name, Func<IInventoryService, string, InventoryRule, Task> Run)[] Operations =
    [
        .. Enum.GetValues<PutMode>().Select(mode =>
            ($"put, {mode}", (Func<IInventoryService, string, InventoryRule, Task>)((service, bucket, rule) => service.PutAsync(bucket, rule, new() { Mode = mode })))),
        ("find", (service, bucket, rule) => service.FindAsync(bucket, rule.Id)),
        ("list", async (service, bucket, rule) => _ = await service.ListAsync(bucket).CountAsync()),
        ("delete", (service, bucket, rule) => service.DeleteAsync(bucket, rule.Id)),
    ];

    /// <summary>Runs operations, each on a service of its own that gets a few answers, the last one for ever.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="answers">What the service may answer.</param>
    /// <param name="connect">Makes a service over a handler; with waits that are no longer than 2 s.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="rule">The rule.</param>
    public static async Task CheckAsync(int calls, Gen<HostileAnswer> answers, Func<HttpMessageHandler, TimeProvider, IInventoryService> connect, string bucket, InventoryRule rule)
    {
        Dictionary<string, int> outcomes = [];
        var cases =
            from operation in Gen.Elements(Operations)
            from count in Gen.Choose(1, 5)
            from script in answers.ListOf(count)
            select new Case(operation.Name, operation.Run, [.. script]);

        await PropertyRun.CheckAsync(calls, cases, async hostile =>
        {
            using var handler = new AnsweringHandler(hostile.Answers);
            var service = connect(handler, new SkippingClock());
            using var end = service as IDisposable;
            var outcome = "succeeded";
            try
            {
                await hostile.Run(service, bucket, rule).Soon();
            }
            catch (InventoryException e)
            {
                outcome = $"{e.Kind}";
                Assert.That(e.Provider, Is.EqualTo(service.Capabilities.Provider));
                Assert.That(e.HttpStatus, Is.Null.Or.AnyOf([.. hostile.Answers.Select(answer => (int?)answer.Status)]));
                Assert.That(e.Message, Is.Not.Empty);
            }

            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        });

        await TestContext.Out.WriteLineAsync(string.Join(", ", outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Value} {o.Key}")));
        Assert.That(outcomes, Has.Count.GreaterThan(5));
        Assert.That(outcomes["succeeded"], Is.InRange(calls / 50, calls / 2));
    }

    private sealed record Case(string Operation, Func<IInventoryService, string, InventoryRule, Task> Run, IReadOnlyList<HostileAnswer> Answers)
    {
        public override string ToString() => $"{Operation}\n{string.Join('\n', Answers)}";
    }
}
