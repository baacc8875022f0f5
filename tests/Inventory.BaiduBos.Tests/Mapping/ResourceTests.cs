using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Mapping;

[TestFixture]
public sealed class ResourceTests
{
    [TestCase("src/logs/", "logs/")]
    [TestCase("src/logs/2024-", "logs/2024-")]
    public void A_missing_star_at_the_end_is_read_as_if_it_were_there(string entry, string prefix)
    {
        var rule = Wire.Read(Wire.With("resource", $"[\"{entry}\"]"));

        Assert.That(rule, Is.EqualTo(Wire.Plain with { Filter = InventoryFilter.ForPrefix(prefix) }));
        Assert.That(Wire.Of(rule), Is.EqualTo(Wire.With("resource", $"[\"{entry}*\"]")));
    }

    [TestCase("""["src/*"]""")]
    [TestCase("""["src/"]""")]
    [TestCase("""["src/*","src/logs/*"]""", Description = "an entry for every key makes the others mean nothing")]
    public void The_whole_bucket_is_no_prefix(string resource)
    {
        var rule = Wire.Read(Wire.With("resource", resource));

        Assert.That(rule, Is.EqualTo(Wire.Plain));
        Assert.That(Wire.Of(rule), Is.EqualTo(Wire.With("resource", """["src/*"]""")));
    }

    [Test]
    public void Several_prefixes_are_a_set()
    {
        var rule = Wire.Read(Wire.With("resource", """["src/b*","src/a*","src/b*"]"""));

        Assert.That(rule.Filter, Is.EqualTo(new InventoryFilter { Prefixes = ["a", "b"] }));
        Assert.That(Wire.Of(rule), Is.EqualTo(Wire.With("resource", """["src/a*","src/b*"]""")));
    }

    [TestCase("""["src/a*b*"]""")]
    [TestCase("""["src/*/2024/*"]""")]
    [TestCase("""["src/a**"]""")]
    [TestCase("""["other/logs/*"]""")]
    [TestCase("""["src2/logs/*"]""")]
    [TestCase("""["src"]""")]
    [TestCase("""["/logs/*"]""")]
    [TestCase("""["*"]""")]
    [TestCase("""["src/logs/*","other/logs/*"]""")]
    [TestCase("""["src/b/*","src/a*b","src/a/*"]""")]
    public void A_list_that_says_something_else_is_kept_as_it_stands_and_put_back_unchanged(string resource)
    {
        var document = Wire.With("resource", resource);

        var rule = Wire.Read(document);

        Assert.That(JsonNodes.Write(DocumentNode.Array([.. rule.Extension<BosInventoryExtension>()!.Resource.Select(DocumentNode.Of)]), isIndented: false), Is.EqualTo(resource));
        Assert.That(rule.Filter, Is.EqualTo(InventoryFilter.WholeBucket));
        Assert.That(Wire.Of(rule), Is.EqualTo(document));
    }

    [Test]
    public void A_list_kept_as_it_stands_is_announced()
    {
        var rule = Wire.Read(Wire.With("resource", """["src/a*b*"]"""));

        var warning = InventoryValidator.Check(BosCapabilities.Default, rule, DateTimeOffset.UnixEpoch).Single();

        Assert.That((warning.Path, warning.Severity), Is.EqualTo(("Extensions[bos].Resource", ViolationSeverity.Warning)));
    }

    [Test]
    public void A_list_beside_prefixes_is_refused()
    {
        var rule = Rules.Weekly() with { Extensions = [new BosInventoryExtension { Resource = ["src/a*b*"] }] };

        var error = InventoryValidator.Check(BosCapabilities.Default, rule, DateTimeOffset.UnixEpoch).Single(v => v.Severity == ViolationSeverity.Error);

        Assert.That((error.Kind, error.Path), Is.EqualTo((RuleViolationKind.InvalidExtension, "Extensions[bos].Resource")));
    }

    [TestCase("any-bucket/x*")]
    [TestCase("any-bucket-/x*")]
    [TestCase("bucket/x*")]
    public void Normalizing_keeps_a_list_whatever_bucket_it_names(string entry)
    {
        using var service = ScriptedBos.Service(new ScriptedHandler());
        var rule = Rules.Weekly() with { Filter = InventoryFilter.WholeBucket, Extensions = [new BosInventoryExtension { Resource = [entry, $"any-bucket/{entry}"] }] };

        var normal = service.Normalize(rule);

        Assert.That(normal, Is.EqualTo(rule));
    }

    [Test]
    public async Task A_list_that_says_no_more_than_prefixes_of_the_bucket_is_not_put_and_the_remedy_names_the_filter()
    {
        await using var bos = await EmulatedBos.StartAsync();
        var rule = Rules.Weekly() with { Filter = InventoryFilter.WholeBucket, Extensions = [new BosInventoryExtension { Resource = [$"{EmulatedBos.Source}/logs/*"] }] };

        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => bos.Service.PutAsync(EmulatedBos.Source, rule));

        var error = refusal.Violations.Single(v => v.Severity == ViolationSeverity.Error);
        Assert.That(error.ToString(), Does.StartWith("Extensions[bos].Resource: ").And.Contain("Filter.Prefixes"));
        Assert.That(bos.Requests, Is.Empty);
        Assert.That(bos.Stored(), Is.Empty);
    }

    [Test]
    public void That_is_known_before_a_put_for_the_bucket_and_is_no_matter_in_another()
    {
        using var service = ScriptedBos.Service(new ScriptedHandler());
        var rule = Rules.Weekly() with { Filter = InventoryFilter.WholeBucket, Extensions = [new BosInventoryExtension { Resource = ["any-bucket/logs/*"] }] };

        var errors = new[] { "any-bucket", "another-bucket" }.Select(bucket => service.ValidateFor(bucket, rule).Count(v => v.Severity == ViolationSeverity.Error));

        Assert.That(errors, Is.EqualTo([1, 0]));
        Assert.That(service.Validate(rule), Has.None.Matches<RuleViolation>(v => v.Severity == ViolationSeverity.Error));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("[\"\"]")]
    [TestCase("[{}]")]
    [TestCase("[null]")]
    public void An_empty_list_or_entry_is_a_problem(string resource)
    {
        var error = Assert.Catch<InvalidDocumentException>(() => Wire.Read(Wire.With("resource", resource)));

        Assert.That(error!.Problems[0].Path, Does.StartWith("resource"));
    }
}
