namespace Inventory.BaiduBos.Tests.Service;

/// <summary>The three modes over a put that overwrites without a word.</summary>
[TestFixture]
public sealed class PutModeTests
{
    private static readonly InventoryRule Rule = Rules.Weekly();
    private static readonly InventoryRule Other = Rules.Weekly() with { Schedule = InventorySchedule.EveryThreeDays };

    private EmulatedBos _bos = null!;

    [SetUp]
    public async Task Start() => _bos = await EmulatedBos.StartAsync();

    [TearDown]
    public async Task Stop() => await _bos.DisposeAsync();

    [TestCase(PutMode.CreateOrReplace)]
    [TestCase(PutMode.CreateOnly)]
    public async Task A_rule_that_is_not_there_is_created_with_a_get_and_a_put(PutMode mode)
    {
        var result = await _bos.Service.PutAsync(EmulatedBos.Source, Rule, new() { Mode = mode });

        Assert.That((result.Outcome, result.Previous), Is.EqualTo((PutOutcome.Created, (InventoryRule?)null)));
        Assert.That(Methods(), Is.EqualTo("GET PUT"));
        Assert.That(result.RequestId, Is.Not.Null);
    }

    [TestCase(PutMode.CreateOrReplace)]
    [TestCase(PutMode.ReplaceOnly)]
    public async Task A_rule_that_is_there_is_replaced_in_one_step_and_given_back(PutMode mode)
    {
        await SeedAsync(Rule);

        var result = await _bos.Service.PutAsync(EmulatedBos.Source, Other, new() { Mode = mode });

        Assert.That((result.Outcome, result.Previous), Is.EqualTo((PutOutcome.Replaced, Rule)));
        Assert.That(Methods(), Is.EqualTo("GET PUT"));
        Assert.That(await _bos.Service.FindAsync(EmulatedBos.Source, Rule.Id), Is.EqualTo(Other));
    }

    [TestCase(PutMode.CreateOrReplace)]
    [TestCase(PutMode.ReplaceOnly)]
    public async Task An_equal_rule_is_left_alone(PutMode mode)
    {
        await SeedAsync(Rule);

        var result = await _bos.Service.PutAsync(EmulatedBos.Source, Rule, new() { Mode = mode });

        Assert.That((result.Outcome, result.RequestId), Is.EqualTo((PutOutcome.Unchanged, (string?)null)));
        Assert.That(Methods(), Is.EqualTo("GET"));
    }

    [Test]
    public async Task Creating_only_refuses_a_rule_that_is_there_even_an_equal_one()
    {
        await SeedAsync(Rule);

        var error = await Caught.ByAsync(() => _bos.Service.PutAsync(EmulatedBos.Source, Rule, new() { Mode = PutMode.CreateOnly }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleAlreadyExists));
        Assert.That(Methods(), Is.EqualTo("GET"));
    }

    [Test]
    public async Task Replacing_only_refuses_where_there_is_nothing_to_replace()
    {
        var error = await Caught.ByAsync(() => _bos.Service.PutAsync(EmulatedBos.Source, Rule, new() { Mode = PutMode.ReplaceOnly }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.RuleNotFound));
        Assert.That(_bos.Stored(), Is.Empty);
    }

    [Test]
    public async Task A_rule_that_is_not_what_was_expected_is_a_conflict_that_names_the_difference()
    {
        await SeedAsync(Rule);

        var error = await Caught.ByAsync(() => _bos.Service.PutAsync(EmulatedBos.Source, Rule with { IsEnabled = false }, new() { IfCurrently = Other }));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.Conflict));
        Assert.That(error.Message, Does.Contain("Schedule"));
        Assert.That(Methods(), Is.EqualTo("GET"));
    }

    [Test]
    public async Task A_rule_that_the_service_gives_versions_that_were_not_sent_is_another_rule()
    {
        await using var bos = await EmulatedBos.StartAsync(new() { BosDefaultObjectVersions = "Current" });
        var silent = Rule with { IncludedObjectVersions = InventoryObjectVersions.Unspecified };
        _ = await bos.Service.PutAsync(EmulatedBos.Source, silent);

        var found = await bos.Service.GetAsync(EmulatedBos.Source, Rule.Id);

        Assert.That(found, Is.EqualTo(Rule));
    }

    private async Task SeedAsync(InventoryRule rule)
    {
        _ = await _bos.Service.PutAsync(EmulatedBos.Source, rule);
        _bos.Emulator.ClearRequests();
    }

    private string Methods() => string.Join(' ', _bos.Requests.Select(r => r.Method));
}
