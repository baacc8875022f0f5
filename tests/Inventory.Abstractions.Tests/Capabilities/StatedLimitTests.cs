using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Capabilities;

[TestFixture]
public sealed class StatedLimitTests
{
    private static readonly TextLimit Text = new(3, LengthUnit.Characters, "[a-z*|]+", "free of a|b and *") { Evidence = [TestCloud.Page] };

    private static readonly InventoryCapabilities Limited = TestCloud.Capabilities with
    {
        FilterPrefix = Text,
        DestinationPrefix = Text,
        KmsKeyId = Text,
        UnrecognizedValue = Text,
        LastModified = new(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, MustBePast: false, "after 1969"),
        ObjectSize = new(10, "at most 10") { Evidence = [TestCloud.Page] },
        DestinationPrefixSlash = PrefixSlash.PutThere,
        DestinationPrefixSlashEvidence = [TestCloud.Page],
    };

    [Test]
    public void Every_limit_is_told_with_its_words_and_its_evidence()
    {
        var limits = Limited.StatedLimits.Select(l => (l.Name, l.Description, l.Evidence.Count));

        Assert.That(limits, Is.EqualTo(new[]
        {
            ("rule id", "1 to 20 characters", 1), ("bucket name", "3 to 63 lower-case letters, digits and hyphens", 1), ("filter prefix", "free of a|b and *", 1),
            ("destination prefix", "free of a|b and *", 1), ("KMS key id", "free of a|b and *", 1), ("unrecognized value", "free of a|b and *", 1),
            ("modification time", "after 1969", 0), ("object size", "at most 10", 1),
        }));
    }

    [Test]
    public void What_is_not_limited_is_not_told() =>
        Assert.That(TestCloud.Capabilities.StatedLimits.Select(l => l.Name), Is.EqualTo(new[] { "rule id", "bucket name" }));

    [Test]
    public void The_matrix_has_a_row_for_each_limit_in_which_no_character_ends_a_cell()
    {
        var rows = CapabilityMatrix.ToMarkdown(Limited, TestCloud.Capabilities with { DestinationPrefixSlash = PrefixSlash.LeaveOut }, TestCloud.Capabilities).Split('\n');

        Assert.That(rows, Has.Member(@"| KMS key id | free of a\|b and \* (a) | – | – |"));
        Assert.That(rows, Has.Member("| modification time | after 1969 | – | – |"));
        Assert.That(rows, Has.Member("| a slash at the end of a destination prefix | put it there (a) | leave it out | as you like |"));
    }
}
