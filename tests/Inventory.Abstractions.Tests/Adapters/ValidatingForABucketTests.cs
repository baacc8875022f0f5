using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>What a service refuses of a rule in one bucket alone.</summary>
[TestFixture]
public sealed class ValidatingForABucketTests
{
    private static readonly RuleViolation Closed = new()
    {
        Kind = RuleViolationKind.Contradiction,
        Path = RulePaths.Id,
        Provider = "test",
        Reason = "This bucket is closed.",
        Remedy = "Take another.",
    };

    [Test]
    public void It_is_known_before_a_put_which_says_the_same()
    {
        var service = Service(TestCloud.Capabilities);

        var known = service.ValidateFor("closed", TestCloud.Rule);

        var refusal = Assert.CatchAsync<InventoryRuleRejectedException>(() => service.PutAsync("closed", TestCloud.Rule));
        Assert.That(known, Is.EqualTo([Closed]));
        Assert.That(refusal!.Violations, Is.EqualTo(known));
        Assert.That(service.Calls, Is.Empty);
    }

    [Test]
    public void In_another_bucket_it_says_what_is_said_of_the_rule_everywhere()
    {
        var service = Service(TestCloud.Capabilities);

        Assert.That(service.ValidateFor("logs", TestCloud.Rule), Is.EqualTo(service.Validate(TestCloud.Rule)));
    }

    [Test]
    public void A_rule_that_is_refused_everywhere_is_refused_for_that_alone()
    {
        var service = Service(TestCloud.Without(InventoryFeature.DailySchedule));

        var known = service.ValidateFor("closed", TestCloud.Rule);

        Assert.That(known, Is.EqualTo(service.Validate(TestCloud.Rule)).And.Not.Empty.And.None.EqualTo(Closed));
    }

    [Test]
    public void What_is_accepted_for_every_rule_is_accepted_here()
    {
        var service = Service(TestCloud.Without(InventoryFeature.DailySchedule), new() { Accept = [Acceptance.Parse("schedule=Weekly")] });

        var known = service.ValidateFor("closed", TestCloud.Rule);

        Assert.That(known.Select(v => v.Kind), Is.EqualTo([RuleViolationKind.AcceptedChange, RuleViolationKind.Contradiction]));
    }

    private static ScriptedService Service(InventoryCapabilities capabilities, InventoryServiceSettings? settings = null) =>
        new(capabilities, settings) { OnCheck = bucket => bucket == "closed" ? [Closed] : [] };
}
