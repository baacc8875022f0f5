using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Validation;

[TestFixture]
public sealed class RejectionMessageTests
{
    private static readonly Evidence Page = new("It says so.", "PutBucketInventory", new DateOnly(2025, 11, 3));

    [Test]
    public void A_refusal_reads_as_one_line_for_each_reason_with_where_why_what_instead_and_who_says_so()
    {
        var capabilities = (TestCloud.Capabilities with { Provider = "small" })
            .With(FeatureSupport.NotOffered("Small Cloud has no daily schedule.", "Use EveryThreeDays or Weekly.", Page), InventoryFeature.DailySchedule)
            .With(FeatureSupport.NotOffered("Small Cloud selects objects by prefix alone.", "Drop the filter.", Page) with { ServerAnswer = "400 BadFilter" }, InventoryFeature.ObjectSizeFilter)
            .With(FeatureSupport.NotOffered("Small Cloud has no columns.", "Drop them.", Page), InventoryFeature.SizeField, InventoryFeature.ETagField)
            .With(TestCloud.Conditional, InventoryFeature.CsvFormat);
        var rule = TestCloud.Rule with { Filter = new() { ObjectSize = new() { Lower = 1 } }, OptionalFields = [InventoryField.Size, InventoryField.ETag] };

        var error = new InventoryRuleRejectedException("small", rule.Id, InventoryValidator.Check(capabilities, rule, DateTimeOffset.UnixEpoch));

        Assert.That(error.Message, Is.EqualTo("""
            'small' cannot hold inventory rule 'nightly' as it stands:
              Schedule: Small Cloud has no daily schedule. Use EveryThreeDays or Weekly. (PutBucketInventory, 2025-11-03)
              Filter.ObjectSize: Small Cloud selects objects by prefix alone. Drop the filter. The service would answer 400 BadFilter. (PutBucketInventory, 2025-11-03)
              OptionalFields[Size], OptionalFields[ETag]: Small Cloud has no columns. Drop them. (PutBucketInventory, 2025-11-03)
            """.ReplaceLineEndings("\n")));
        Assert.That(error.Violations, Has.Count.EqualTo(5), "the warning is not in the message, and is in the list");
        Assert.That((error.Kind, error.Provider, error.RuleId, error.Attempts), Is.EqualTo((InventoryErrorKind.RuleRejected, "small", "nightly", 0)));
    }

    [Test]
    public void A_source_that_is_named_twice_is_shown_once()
    {
        var violation = new RuleViolation
        {
            Kind = RuleViolationKind.NotOffered,
            Path = "Schedule",
            Provider = "test",
            Reason = "No.",
            Remedy = "Do without.",
            Evidence = [Page, Page with { Reading = "And this." }, TestCloud.Page],
        };

        Assert.That(violation.ToString(), Is.EqualTo("Schedule: No. Do without. (PutBucketInventory, 2025-11-03; Test Cloud, rules, 2025-01-31)"));
    }

    [Test]
    public void Nothing_is_written_of_no_list_at_all() =>
        Assert.That(() => ViolationText.Lines(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("violations"));
}
