using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>Features that BOS holds on a condition: the put reads the rule back, and fails unless it is there as sent.</summary>
[TestFixture]
public sealed class ReadBackTests
{
    private static readonly Func<HttpResponseMessage> NoRule = ScriptedHandler.Answer(404, """{"code":"NoSuchInventoryConfiguration"}""");
    private static readonly Func<HttpResponseMessage> Identified = ScriptedHandler.Answer(200, "", ("x-bce-request-id", "put-1"));
    private static readonly Func<HttpResponseMessage> Done = ScriptedHandler.Answer(200);

    public static IEnumerable<TestCaseData> Conditional =>
    [
        Case("All", Rules.Weekly() with { IncludedObjectVersions = InventoryObjectVersions.All }, "IncludedObjectVersions", Rules.Weekly()),
        Case("All, and the server is silent", Rules.Weekly() with { IncludedObjectVersions = InventoryObjectVersions.All }, "IncludedObjectVersions",
            Rules.Weekly() with { IncludedObjectVersions = InventoryObjectVersions.Unspecified }),
        Case("Once", Rules.Weekly() with { Schedule = InventorySchedule.Once }, "Schedule", Rules.Weekly()),
        Case("a value that nobody knows", Rules.Weekly() with { Schedule = InventorySchedule.Other("bos", "Hourly") }, "Schedule", Rules.Weekly()),
        Case("a member that nobody knows", Rules.Weekly() with { Extensions = [new BosInventoryExtension { Unknown = [new("", "x", "1")] }] }, "Extensions[bos]", Rules.Weekly()),
    ];

    [TestCaseSource(nameof(Conditional))]
    public async Task A_server_that_stores_something_else_is_found_out(InventoryRule rule, string path, InventoryRule stored)
    {
        var time = new ImpatientTime();
        var handler = new ScriptedHandler(NoRule, Identified, ScriptedHandler.Answer(200, Body(stored)));
        using var service = ScriptedBos.Service(handler, time: time);

        var error = await Caught.ByAsync<RuleNotStoredAsSentException>(() => service.PutAsync(ScriptedBos.Source, rule));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.NotStoredAsSent));
        Assert.That(error.Paths.Single(), Is.EqualTo(path));
        Assert.That((error.Sent, error.Stored), Is.EqualTo((rule, stored)));
        Assert.That((error.RequestId, error.HttpStatus, error.Attempts), Is.EqualTo(("put-1", 200, 1)));
        Assert.That(handler.Sent.Count(s => s.Method == "GET"), Is.GreaterThan(2), "a look that is a moment early is repeated");
    }

    [TestCaseSource(nameof(Conditional))]
    public async Task A_server_that_stores_what_was_sent_is_believed_with_a_warning(InventoryRule rule, string path, InventoryRule stored)
    {
        Assume.That(stored, Is.Not.EqualTo(rule));
        var handler = new ScriptedHandler(NoRule, Done, ScriptedHandler.Answer(200, Body(rule)));
        using var service = ScriptedBos.Service(handler);

        var result = await service.PutAsync(ScriptedBos.Source, rule);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(result.Warnings.Single(w => w.Kind == RuleViolationKind.Conditional).Path, Does.StartWith(path));
        Assert.That(string.Join(' ', handler.Sent.Select(s => s.Method)), Is.EqualTo("GET PUT GET"));
    }

    [Test]
    public async Task A_server_that_took_the_rule_and_holds_none_is_found_out()
    {
        var handler = new ScriptedHandler(NoRule, Done, NoRule);
        using var service = ScriptedBos.Service(handler, time: new ImpatientTime());

        var error = await Caught.ByAsync<RuleNotStoredAsSentException>(() => service.PutAsync(ScriptedBos.Source, Rules.Weekly() with { Schedule = InventorySchedule.Once }));

        Assert.That(error.Stored, Is.Null);
    }

    [Test]
    public async Task A_server_that_does_not_know_once_refuses_it_and_its_code_is_kept()
    {
        await using var bos = await EmulatedBos.StartAsync(new() { BosAllowOnce = false });

        var error = await Caught.ByAsync(() => bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly() with { Schedule = InventorySchedule.Once }));

        Assert.That((error.Kind, error.ServiceCode), Is.EqualTo((InventoryErrorKind.InvalidRequest, "InvalidArgument")));
    }

    [Test]
    public async Task Several_prefixes_are_refused_and_the_remedy_names_the_option()
    {
        await using var bos = await EmulatedBos.StartAsync();
        var rule = Rules.Weekly() with { Filter = new() { Prefixes = ["a/", "b/"] } };

        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => bos.Service.PutAsync(EmulatedBos.Source, rule));

        var error = refusal.Violations.Single();
        Assert.That((error.Path, error.Feature), Is.EqualTo(("Filter.Prefixes", InventoryFeature.MultiplePrefixFilter)));
        Assert.That(error.Remedy, Does.Contain("AllowUnproven").And.Contain("MultiplePrefixFilter"));
        Assert.That(bos.Requests, Is.Empty);
    }

    [Test]
    public async Task Several_prefixes_that_the_options_allow_are_sent_with_a_warning()
    {
        await using var bos = await EmulatedBos.StartAsync();
        var service = bos.NewService(options => options.AllowUnproven.Add(InventoryFeature.MultiplePrefixFilter));
        var rule = Rules.Weekly() with { Filter = new() { Prefixes = ["a/", "b/"] } };

        var result = await service.PutAsync(EmulatedBos.Source, rule);

        Assert.That(result.Warnings.Single().Path, Is.EqualTo("Filter.Prefixes"));
        Assert.That(bos.Requests.Single(r => r.Method == "PUT").Body, Does.Contain("[\"examplebucket/a/*\",\"examplebucket/b/*\"]"));
    }

    private static string Body(InventoryRule rule) => JsonNodes.Write(BosRuleMapper.ToWire(rule, ScriptedBos.Source), isIndented: false);

    private static TestCaseData Case(string name, InventoryRule rule, string path, InventoryRule stored) => new TestCaseData(rule, path, stored).SetArgDisplayNames(name);
}
