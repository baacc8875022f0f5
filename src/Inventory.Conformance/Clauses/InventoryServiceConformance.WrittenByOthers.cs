namespace Inventory.Conformance;

/// <content>Rules that somebody else wrote, with a newer tool or by hand. Every clause here needs <see cref="SeedRaw"/> and <see cref="RawDocument"/>.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public async Task What_the_library_does_not_know_is_read_and_survives_a_change_or_the_put_fails_by_name()
    {
        var (plain, newer) = (await SeededAsync(RawDocumentKind.Known), await SeededAsync(RawDocumentKind.WithUnknownContent));
        var known = await Service.GetAsync(SourceBucket, plain);
        var found = await Service.GetAsync(SourceBucket, newer);
        Assert.That(found.DifferingPaths(known with { Id = newer }), Is.Not.Empty, "what the library does not know must stand in the rule, or a put would lose it");
        var changed = found with { IsEnabled = !found.IsEnabled };

        try
        {
            _ = await Service.PutAsync(SourceBucket, changed);
        }
        catch (RuleNotStoredAsSentException e)
        {
            Assert.That(e.Paths, Is.Not.Empty, "it must name what the service did not keep");
            return;
        }

        var back = await Service.GetAsync(SourceBucket, newer);
        Assert.That(back.DifferingPaths(changed), Is.Empty);
        Assert.That(await Service.PutAsync(SourceBucket, back), Has.Property(nameof(PutResult.Outcome)).EqualTo(PutOutcome.Unchanged));
    }

    [Clause]
    public async Task A_rule_that_cannot_be_read_hides_no_other_and_is_named_at_the_end_of_the_list()
    {
        var before = Baseline();
        _ = await Service.PutAsync(SourceBucket, before);
        var unreadable = await SeededAsync(RawDocumentKind.Unreadable);
        var after = Baseline();
        _ = await Service.PutAsync(SourceBucket, after);
        List<string> listed = [];

        try
        {
            var failure = await Caught.ByAsync<UnreadableRulesException>(async () =>
            {
                await foreach (var rule in Service.ListAsync(SourceBucket))
                {
                    listed.Add(rule.Id);
                }
            });

            Assert.That(listed, Is.EquivalentTo(new[] { before.Id, after.Id }));
            Assert.That(failure.Rules.Select(r => r.Id), Is.EqualTo(new[] { unreadable }));
            Assert.That(failure.Rules[0].Text, Is.Not.Empty, "the rule must be shown as it stands");
        }
        finally
        {
            // A list cannot tell the teardown of it.
            await Service.DeleteAsync(SourceBucket, unreadable);
        }
    }

    [Clause]
    public async Task Finding_a_rule_that_cannot_be_read_fails_as_a_malformed_answer_and_says_why()
    {
        var id = await SeededAsync(RawDocumentKind.Unreadable);

        try
        {
            var error = await Caught.ByAsync(InventoryErrorKind.MalformedResponse, () => Service.FindAsync(SourceBucket, id));

            Assert.That((error.Bucket, error.RuleId), Is.EqualTo((SourceBucket, id)));
        }
        finally
        {
            await Service.DeleteAsync(SourceBucket, id);
        }
    }

    /// <summary>Writes a document past the service, and gives the rule's id.</summary>
    private async Task<string> SeededAsync(RawDocumentKind kind)
    {
        var id = Ids.Next();
        if (SeedRaw is null || RawDocument(id, kind) is not { } document)
        {
            Assert.Ignore($"Not proved: the fixture writes no document of the service's own. Override {nameof(SeedRaw)} and {nameof(RawDocument)}.");
            return id;
        }

        await SeedRaw(SourceBucket, id, document);
        return id;
    }
}
