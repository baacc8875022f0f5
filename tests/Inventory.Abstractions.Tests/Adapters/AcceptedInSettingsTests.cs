using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>Changes that the settings accept for every rule.</summary>
[TestFixture]
public sealed class AcceptedInSettingsTests
{
    private static readonly InventoryRule Rule = TestCloud.Rule with { OptionalFields = [InventoryField.Size, InventoryField.ETag] };

    [Test]
    public async Task An_accepted_change_is_made_before_the_rule_is_validated_and_is_reported_as_a_warning()
    {
        var service = Service("schedule=Weekly", "drop=OptionalFields");

        var result = await service.PutAsync("logs", Rule);

        Assert.That(service.Store["nightly"], Is.EqualTo(Rule with { Schedule = InventorySchedule.Weekly, OptionalFields = [InventoryField.Size] }));
        Assert.That(result.Warnings.Select(w => (w.Kind, w.Severity, w.Path)), Is.EqualTo(new[]
        {
            (RuleViolationKind.AcceptedChange, ViolationSeverity.Warning, "Schedule"),
            (RuleViolationKind.AcceptedChange, ViolationSeverity.Warning, "OptionalFields"),
        }));
        Assert.That(result.Warnings[0].Reason, Is.EqualTo("Changed on the way, as the options accept: schedule=Weekly."));
    }

    [Test]
    public async Task An_accepted_change_is_told_to_whoever_logs_it_when_it_is_put_and_not_when_it_is_only_looked_at()
    {
        List<string> log = [];
        var service = new ScriptedService(TestCloud.Without(InventoryFeature.DailySchedule, InventoryFeature.ETagField), new()
        {
            Accept = [Acceptance.Parse("schedule=Weekly"), Acceptance.Parse("drop=OptionalFields")],
            OnAcceptedChange = change => log.Add($"{change.Bucket}/{change.RuleId} {change.Violation.Path}"),
        });

        _ = service.Validate(Rule);
        _ = service.Normalize(Rule);
        _ = await service.PutAsync("logs", Rule);

        Assert.That(log, Is.EqualTo(new[] { "logs/nightly Schedule", "logs/nightly OptionalFields" }));
    }

    [Test]
    public void A_rule_that_fits_is_left_alone_and_nothing_is_reported()
    {
        var service = Service("schedule=Weekly", "drop=OptionalFields");
        var fitting = Rule with { Schedule = InventorySchedule.Once, OptionalFields = [InventoryField.Size] };

        var normalized = service.Normalize(fitting);

        Assert.That(normalized, Is.EqualTo(fitting));
        Assert.That(service.Validate(fitting), Is.Empty);
    }

    [Test]
    public void Normalizing_makes_the_accepted_changes_once()
    {
        var service = Service("schedule=Weekly", "drop=OptionalFields");

        var once = service.Normalize(Rule);

        Assert.That(service.Normalize(once), Is.EqualTo(once));
        Assert.That(once.Schedule, Is.EqualTo(InventorySchedule.Weekly));
    }

    [Test]
    public async Task A_second_put_of_a_rule_that_was_changed_is_unchanged()
    {
        var service = Service("schedule=Weekly", "drop=OptionalFields");
        _ = await service.PutAsync("logs", Rule);

        var result = await service.PutAsync("logs", Rule);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Unchanged));
    }

    [Test]
    public async Task What_nobody_accepts_is_still_refused()
    {
        var service = Service("schedule=Weekly");

        var error = await Failing.With<InventoryRuleRejectedException>(() => service.PutAsync("logs", Rule));

        Assert.That(error.Violations.Where(v => v.Severity == ViolationSeverity.Error).Select(v => v.Path), Is.EqualTo("OptionalFields[ETag]".Split(' ')));
        Assert.That(error.Message, Does.Not.Contain("Schedule"));
    }

    [Test]
    public void Dropping_encryption_cannot_be_accepted_in_settings()
    {
        var drop = Acceptance.Parse("drop=Destination.Encryption");

        var error = Assert.Catch<InventoryException>(() => _ = new InventoryServiceSettings { Accept = [drop] });

        Assert.That(error!.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Message, Does.Contain("drop=Destination.Encryption").And.Contain("ConvertTo"));
    }

    [Test]
    public void A_deadline_that_is_not_positive_throws_where_it_is_set()
    {
        Assert.That(() => new InventoryServiceSettings { ReplaceDeadline = TimeSpan.Zero }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static ScriptedService Service(params IEnumerable<string> accept) => new(
        TestCloud.Without(InventoryFeature.DailySchedule, InventoryFeature.ETagField),
        new() { Accept = accept.Select(Acceptance.Parse).ToValueList() });
}
