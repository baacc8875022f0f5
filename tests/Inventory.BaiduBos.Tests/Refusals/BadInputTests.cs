namespace Inventory.BaiduBos.Tests.Refusals;

/// <summary>Values that are no rule's on BOS: refused by path, all at once, before anything is sent.</summary>
[TestFixture]
public sealed class BadInputTests
{
    private static readonly InventoryRule Good = Rules.Weekly();

    private EmulatedBos _bos = null!;

    public static IEnumerable<TestCaseData> Bad =>
    [
        Case("an empty id", Good with { Id = "" }, "Id"),
        Case("an id of 65 bytes", Good with { Id = new string('a', 65) }, "Id"),
        Case("an id of 22 characters and 66 bytes", Good with { Id = new string('日', 22) }, "Id"),
        Case("an id with a space", Good with { Id = "two words" }, "Id"),
        Case("an id with a slash", Good with { Id = "a/b" }, "Id"),
        Case("an id that ends a line", Good with { Id = "a\n" }, "Id"),
        Case("day 29", Good with { Schedule = InventorySchedule.Monthly(29) }, "Schedule"),
        Case("Monthly without a day", Good with { Schedule = InventorySchedule.Other("bos", "Monthly") }, "Schedule"),
        Case("a prefix with a star", Good with { Filter = InventoryFilter.ForPrefix("logs/*.gz") }, "Filter.Prefixes"),
        Case("half of a character", Good with { Filter = InventoryFilter.ForPrefix("logs/\ud83d") }, "Filter.Prefixes"),
        Case("half of a character in the destination", Good with { Destination = Good.Destination with { Prefix = "\udc00/" } }, "Destination.Prefix"),
        Case("half of a character in a schedule that nobody knows", Good with { Schedule = InventorySchedule.Other("bos", "Hourly\ud83d") }, "Schedule"),
        Case("a destination with capitals", Good with { Destination = Good.Destination with { Bucket = "Reports" } }, "Destination.Bucket"),
        Case("no destination", Good with { Destination = Good.Destination with { Bucket = "" } }, "Destination.Bucket"),
        Case("an address for a name", Good with { Destination = Good.Destination with { Bucket = "acs:oss:::reports" } }, "Destination.Bucket"),
        Case("another provider's extension", Good with { Extensions = [new Foreign()] }, "Extensions[elsewhere].Setting"),
        Case("another provider's schedule", Good with { Schedule = InventorySchedule.Other("elsewhere", "Weekly") }, "Schedule"),
        Case("another provider's versions", Good with { IncludedObjectVersions = InventoryObjectVersions.Other("elsewhere", "All") }, "IncludedObjectVersions"),
        Case("another provider's format", Good with { Destination = Good.Destination with { Format = InventoryFormat.Other("elsewhere", "CSV") } }, "Destination.Format"),
        Case("an application's own extension under the name of BOS", Good with { Extensions = [new Impostor()] }, "Extensions[bos].Resource"),
        Case("a column that is none", Good with { OptionalFields = [default] }, "OptionalFields[]"),
        Case("an end before the beginning", Good with { Filter = Good.Filter with { LastModified = new() { Begin = Day(2), End = Day(1) } } }, "Filter.LastModified", "Filter.LastModified"),
        Case("a lower bound over the upper", Good with { Filter = Good.Filter with { ObjectSize = new() { Lower = 2, Upper = 1 } } }, "Filter.ObjectSize", "Filter.ObjectSize"),
    ];

    [OneTimeSetUp]
    public async Task Start() => _bos = await EmulatedBos.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _bos.DisposeAsync();

    [SetUp]
    public void Forget() => _bos.Emulator.ClearRequests();

    [TestCaseSource(nameof(Bad))]
    public async Task It_is_refused_by_path_and_nothing_is_sent(InventoryRule rule, string[] paths)
    {
        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => _bos.Service.PutAsync(EmulatedBos.Source, rule));

        var errors = refusal.Violations.Where(v => v.Severity == ViolationSeverity.Error).ToList();
        Assert.That(errors.Select(e => e.Path), Is.EqualTo(paths));
        Assert.That(errors.Select(e => e.Reason), Has.All.EndsWith("."));
        Assert.That(errors.Select(e => e.Remedy), Has.All.EndsWith("."));
        Assert.That(_bos.Requests, Is.Empty);
    }

    [Test]
    public async Task All_of_it_in_one_rule_is_refused_at_once()
    {
        var rule = new InventoryRule
        {
            Id = "two words",
            Destination = new() { Bucket = "Reports", Prefix = "\udc00" },
            Schedule = InventorySchedule.Monthly(29),
            Filter = new()
            {
                Prefixes = ["logs/*.gz"],
                LastModified = new() { Begin = Day(2), End = Day(1) },
                ObjectSize = new() { Lower = 2, Upper = 1 },
            },
            IncludedObjectVersions = InventoryObjectVersions.Other("elsewhere", "All"),
            Extensions = [new Foreign()],
        };

        var refusal = await Caught.ByAsync<InventoryRuleRejectedException>(() => _bos.Service.PutAsync(EmulatedBos.Source, rule));

        TestContext.Out.WriteLine(refusal.Message);
        Assert.That(refusal.Violations.Where(v => v.Severity == ViolationSeverity.Error).Select(v => v.Path).Distinct(), Is.EquivalentTo((string[])
        [
            "Id", "Destination.Bucket", "Destination.Prefix", "Schedule", "Filter.Prefixes", "Filter.LastModified", "Filter.ObjectSize", "IncludedObjectVersions", "Extensions[elsewhere].Setting",
        ]));
        Assert.That(_bos.Requests, Is.Empty);
    }

    [TestCase("")]
    [TestCase("two words")]
    [TestCase("a/../b")]
    [TestCase("a?b")]
    public async Task An_id_that_no_rule_has_is_not_asked_for(string id)
    {
        var find = await Caught.ByAsync(() => _bos.Service.FindAsync(EmulatedBos.Source, id));
        var delete = await Caught.ByAsync(() => _bos.Service.DeleteAsync(EmulatedBos.Source, id));

        Assert.That((find.Kind, delete.Kind), Is.EqualTo((InventoryErrorKind.InvalidRequest, InventoryErrorKind.InvalidRequest)));
        Assert.That(_bos.Requests, Is.Empty);
    }

    private static DateTimeOffset Day(int day) => new(2024, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static TestCaseData Case(string name, InventoryRule rule, params string[] paths) => new TestCaseData(rule, paths).SetArgDisplayNames(name);

    private sealed record Foreign() : InventoryExtension("elsewhere")
    {
        public override IEnumerable<string> SettingsUsed => ["Setting"];
    }

    private sealed record Impostor() : InventoryExtension("bos")
    {
        public override IEnumerable<string> SettingsUsed => [nameof(BosInventoryExtension.Resource)];
    }
}
