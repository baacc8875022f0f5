using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>A service that answers about something else than it was asked.</summary>
[TestFixture]
public sealed class StrangeAnswerTests
{
    private static readonly InventoryRule Rule = new()
    {
        Id = "a",
        Destination = new() { Bucket = "reports" },
        Schedule = InventorySchedule.Weekly,
    };

    [Test]
    public void Another_rule_than_the_one_asked_for_is_no_answer_and_is_never_deleted()
    {
        var service = new ScriptedService(TestCloud.Capabilities) { OnFind = _ => Rule with { Id = "b" }, OnPut = _ => new(PutReplyKind.Exists) };

        var found = Assert.CatchAsync<InventoryException>(async () => await service.FindAsync("logs", "a"));
        var put = Assert.CatchAsync<InventoryException>(async () => await service.PutAsync("logs", Rule));

        Assert.That(new[] { found!.Kind, put!.Kind }, Is.All.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(service.Calls, Has.None.EqualTo("delete"));
    }

    [Test]
    public void A_rule_that_the_provider_cannot_hold_is_never_what_is_there()
    {
        var service = new ScriptedService(TestCloud.Capabilities) { OnNormalize = rule => rule with { Filter = InventoryFilter.WholeBucket } };
        service.Store["a"] = Rule;
        var expected = Rule with { Filter = new() { ObjectSize = new() { Lower = 2, Upper = 1 } } };

        var error = Assert.CatchAsync<InventoryException>(async () => await service.PutAsync("logs", Rule with { IsEnabled = false }, new() { IfCurrently = expected }));

        Assert.That(error!.Kind, Is.EqualTo(InventoryErrorKind.Conflict));
        Assert.That(service.Calls, Is.EqualTo(new[] { "find" }));
    }

    [Test]
    public void A_rule_that_was_written_and_cannot_be_read_back_is_said_to_be_unconfirmed()
    {
        var looks = 0;
        var service = new ScriptedService(TestCloud.Capabilities with
        {
            Features = TestCloud.Capabilities.Features.With(KeyValuePair.Create(
                InventoryFeature.WeeklySchedule, FeatureSupport.Conditional("Somewhere.", "Look.", new Evidence("It says so.", "A page", new(2026, 1, 1))))),
        })
        {
            OnFind = _ => looks++ < 0 ? null : throw new InventoryException(InventoryErrorKind.Unavailable, "Not now."),
        };

        var error = Assert.CatchAsync<RuleNotStoredAsSentException>(async () => await service.PutAsync("logs", Rule));

        Assert.That(error!.Message, Does.Contain("could not be read back"));
        Assert.That(error.InnerException, Is.InstanceOf<InventoryException>());
        Assert.That(service.Store["a"], Is.EqualTo(Rule));
    }
}
