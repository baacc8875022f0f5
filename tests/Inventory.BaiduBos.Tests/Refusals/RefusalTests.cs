namespace Inventory.BaiduBos.Tests.Refusals;

/// <summary>What BOS lacks is refused before anything is sent, all of it at once.</summary>
[TestFixture]
public sealed class RefusalTests
{
    private EmulatedBos _bos = null!;

    public static IEnumerable<TestCaseData> Rules => LackingFeatures.Rules.Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Id));

    [OneTimeSetUp]
    public async Task Start() => _bos = await EmulatedBos.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _bos.DisposeAsync();

    [TestCaseSource(nameof(Rules))]
    public async Task Every_feature_that_it_lacks_is_named_with_path_reason_and_remedy_and_nothing_is_sent(InventoryRule rule)
    {
        _bos.Emulator.ClearRequests();

        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => _bos.Service.PutAsync(EmulatedBos.Source, rule));

        var errors = refusal.Violations.Where(v => v.Severity == ViolationSeverity.Error).ToList();
        Assert.That(errors.Select(e => (e.Feature!.Value, e.Path)), Is.EquivalentTo(LackingFeatures.Of(rule).Select(use => (use.Feature, use.Path))));
        foreach (var error in errors)
        {
            var support = BosCapabilities.Default.Features[error.Feature!.Value];
            Assert.That((error.Kind, error.Provider, error.Reason, error.Remedy, error.Evidence), Is.EqualTo((RuleViolationKind.NotOffered, "bos", support.Reason, support.Remedy, support.Evidence)));
            Assert.That(refusal.Message, Does.Contain(error.Path).And.Contain(error.Reason).And.Contain(error.Remedy));
        }

        Assert.That(refusal.Violations, Is.EqualTo(_bos.Service.Validate(rule)));
        Assert.That(_bos.Requests, Is.Empty);
        TestContext.Out.WriteLine(rule == LackingFeatures.Rules[0] ? refusal.Message : $"{errors.Count} errors.");
    }

    [Test]
    public void Every_feature_that_the_table_does_not_offer_stands_in_one_of_the_rules()
    {
        var covered = LackingFeatures.Rules.SelectMany(LackingFeatures.Of).Select(use => use.Feature).Distinct();

        Assert.That(covered, Is.EquivalentTo(LackingFeatures.All));
        TestContext.Out.WriteLine($"{LackingFeatures.All.Count} features in {LackingFeatures.Rules.Count} rules: {string.Join(", ", LackingFeatures.Rules.Select(r => LackingFeatures.Of(r).Count()))}.");
    }

    [Test]
    public void The_first_rule_uses_all_that_do_not_exclude_each_other()
    {
        var used = LackingFeatures.Of(LackingFeatures.Rules[0]).Select(use => use.Path).ToList();

        // One schedule, one format and one encryption of each three, both ranges, several prefixes, five classes and one of its own, eleven columns and one of its own.
        Assert.That(LackingFeatures.All, Has.Count.EqualTo(29));
        Assert.That(used, Has.Count.EqualTo(29 - 2 - 1 - 2));
        Assert.That(LackingFeatures.Rules, Has.Count.EqualTo(3));
    }

    [Test]
    public void No_remedy_presumes_what_a_report_holds()
    {
        var cells = BosCapabilities.Default.Features.Select(f => (Name: f.Key.ToString(), f.Value.Remedy))
            .Concat(BosCapabilities.Default.Extensions.Select(e => (Name: e.Key, e.Value.Remedy)))
            .ToList();

        // No document says which columns a report of BOS has.
        Assert.That(cells, Has.Count.GreaterThan(30));
        foreach (var (name, remedy) in cells)
        {
            Assert.That(remedy, Does.Not.Contain("when reading the report").And.Not.Contain("report's"), name);
        }
    }
}
