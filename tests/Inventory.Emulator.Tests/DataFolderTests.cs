using System.Text;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>What outlives the emulator.</summary>
[TestFixture]
public sealed class DataFolderTests
{
    private ScratchFolder _around = null!;
    private string _folder = null!;

    [SetUp]
    public void Make()
    {
        _around = new();
        _folder = Path.Combine(_around.Root, "inner", "data");
    }

    [TearDown]
    public void Remove() => _around.Dispose();

    [Test]
    public async Task Rules_of_both_wires_are_there_again()
    {
        await using (var emulator = await StartAsync())
        {
            _ = await emulator.PutOssAsync(Samples.OssFull("数据 \"a\"/../b"), "%E6%95%B0%E6%8D%AE+%22a%22%2F..%2Fb");
            _ = await emulator.PutOssAsync(Samples.OssMinimal("gone"), "gone");
            _ = await emulator.OssAsync("DELETE", "?inventory&inventoryId=gone");
            _ = await emulator.PutBosAsync(Samples.Bos());
            _ = await emulator.PutBosAsync(Samples.Bos().Replace("Weekly", "ThreeDaily", StringComparison.Ordinal));
            emulator.SeedRaw(EmulatorWire.Bos, Samples.Source, "not json\0", "raw");
        }

        await using var again = await StartAsync();
        var oss = await again.OssAsync("GET", "?inventory");
        var bos = await again.BosAsync("GET", "?inventory&id=rule-1");

        Assert.That((oss.Xml("Id"), oss.Xml("KeyId")), Is.EqualTo(("数据 \"a\"/../b", "keyId")));
        Assert.That(again.StoredRules(EmulatorWire.Oss, Samples.Source), Has.Count.EqualTo(1));
        Assert.That(bos.Json("schedule"), Is.EqualTo("ThreeDaily"));
        Assert.That(again.StoredRules(EmulatorWire.Bos, Samples.Source).Single(rule => rule.Id == "raw").Document, Is.EqualTo("not json\0"));
    }

    [Test]
    public async Task Ids_that_differ_in_case_alone_or_are_as_long_as_may_be_have_files_of_their_own()
    {
        var longest = new string('界', 192);
        await using (var emulator = await StartAsync())
        {
            foreach (var id in new[] { "a", "A", longest })
            {
                Assert.That((await emulator.PutOssAsync(Samples.OssMinimal(id), Uri.EscapeDataString(id))).Status, Is.EqualTo(200));
            }
        }

        await using var again = await StartAsync();

        Assert.That(again.StoredRules(EmulatorWire.Oss, Samples.Source).Select(rule => rule.Id), Is.EqualTo(["A", "a", longest]));
        Assert.That(Directory.EnumerateFiles(Rules("oss")).Select(path => Path.GetFileName(path).ToUpperInvariant()), Is.Unique.And.All.Length.LessThan(80));
    }

    [TestCase("..")]
    [TestCase("../../x")]
    [TestCase("/etc/x")]
    [TestCase("a\0b")]
    [TestCase("C:\\x")]
    [TestCase("con")]
    public async Task Nothing_is_written_outside_whatever_the_names(string name)
    {
        await using (var emulator = await InventoryEmulator.StartAsync(Options() with { Buckets = [new(name)], Rules = [new(EmulatorWire.Bos, name, "{}", name)] }))
        {
            emulator.SeedRaw(EmulatorWire.Oss, name, Samples.OssMinimal(), name);
        }

        var outside = Directory.EnumerateFileSystemEntries(_around.Root, "*", SearchOption.AllDirectories)
            .Where(path => path != _folder && path != Path.GetDirectoryName(_folder) && !path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        await using var again = await StartAsync();

        Assert.That(outside, Is.Empty);
        Assert.That(again.StoredRules(EmulatorWire.Bos, name).Single().Id, Is.EqualTo(name));
    }

    [Test]
    public async Task Buckets_that_were_created_are_there_again_and_those_that_went_are_not()
    {
        await using (var emulator = await StartAsync())
        {
            _ = await RawHttp.SendAsync(emulator.OssEndpoint, "PUT", "/", (string?)null, ("Host", "made.oss-cn-beijing.aliyuncs.com"));
            _ = await RawHttp.SendAsync(emulator.BosEndpoint, "PUT", "/gone");
            emulator.SeedRaw(EmulatorWire.Bos, "gone", Samples.Bos());
            _ = await RawHttp.SendAsync(emulator.BosEndpoint, "DELETE", "/gone");
        }

        await using var again = await StartAsync(TimeProvider.System);
        var info = await RawHttp.SendAsync(again.OssEndpoint, "GET", "/made/?bucketInfo");
        var gone = await RawHttp.SendAsync(again.BosEndpoint, "HEAD", "/gone");

        Assert.That((info.Xml("Location"), info.Xml("CreationDate"), gone.Status), Is.EqualTo(("oss-cn-beijing", "2026-01-02T03:04:05.000Z", 404)));
        Assert.That(Directory.EnumerateFiles(Rules("bos")), Is.Empty);
    }

    [Test]
    public async Task What_the_options_say_of_a_bucket_counts_over_the_folder_and_its_rules_stay()
    {
        await using (var emulator = await StartAsync())
        {
            _ = await emulator.PutOssAsync(Samples.OssMinimal());
        }

        var options = Options() with { Buckets = [new(Samples.Source, "cn-beijing")], Rules = [new("oss", Samples.Source, "<x/>", "report1"), new("oss", Samples.Source, "<x/>", "new")] };
        await using (var emulator = await InventoryEmulator.StartAsync(options))
        {
            var location = await emulator.OssAsync("GET", "?location");

            Assert.That(location.Xml("LocationConstraint"), Is.EqualTo("oss-cn-beijing"));
            Assert.That(emulator.StoredRules("oss", Samples.Source).Select(rule => (rule.Id, rule.Document.Length > 4)), Is.EqualTo([("new", false), ("report1", true)]));
        }

        await using var again = await InventoryEmulator.StartAsync(Options() with { Buckets = [] });
        Assert.That((await again.OssAsync("GET", "?location")).Xml("LocationConstraint"), Is.EqualTo("oss-cn-beijing"));
    }

    [Test]
    public async Task One_emulator_at_a_time_has_the_folder()
    {
        await using (await StartAsync())
        {
            var error = Assert.ThrowsAsync<DataFolderException>(() => StartAsync());

            Assert.That(error.Message, Does.Contain(_folder).And.Contain("in use by another emulator"));
        }

        await using var after = await StartAsync();
        Assert.That(after.OssEndpoint, Is.Not.Null);
    }

    [Test]
    public async Task What_an_interrupted_write_left_is_removed()
    {
        await using (var emulator = await StartAsync())
        {
            _ = await emulator.PutOssAsync(Samples.OssMinimal());
        }

        var kept = Directory.EnumerateFiles(Rules("oss")).Single();
        await File.WriteAllTextAsync(kept + ".tmp", "{\"buck");
        await File.WriteAllTextAsync(Path.Combine(_folder, "bos", "buckets", "x.json.tmp"), "");

        await using var again = await StartAsync();

        Assert.That(again.StoredRules("oss", Samples.Source), Has.Count.EqualTo(1));
        Assert.That(Directory.EnumerateFiles(_folder, "*.tmp", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task A_bucket_that_was_half_removed_is_removed_whole_and_can_be_made_anew()
    {
        await using (var emulator = await StartAsync())
        {
            _ = await emulator.PutOssAsync(Samples.OssMinimal());
            _ = await RawHttp.SendAsync(emulator.OssEndpoint, "PUT", "/other");
            emulator.SeedRaw("oss", "other", Samples.OssMinimal());
        }

        var other = Directory.EnumerateFiles(Path.Combine(_folder, "oss", "buckets")).Single(path => File.ReadAllText(path).Contains("\"other\"", StringComparison.Ordinal));
        File.Move(other, other + ".deleted");

        await using var again = await StartAsync();
        var gone = await RawHttp.SendAsync(again.OssEndpoint, "PUT", "/other");

        Assert.That(gone.Status, Is.EqualTo(200));
        Assert.That(again.StoredRules("oss", "other"), Is.Empty);
        Assert.That(again.StoredRules("oss", Samples.Source), Has.Count.EqualTo(1));
        Assert.That(Directory.EnumerateFiles(Rules("oss")).Count(), Is.EqualTo(1));
    }

    [TestCase("cut")]
    [TestCase("empty")]
    [TestCase("flipped")]
    [TestCase("other JSON")]
    [TestCase("another's name")]
    public async Task A_damaged_file_fails_the_start_and_is_named(string damage)
    {
        await using (var emulator = await StartAsync())
        {
            _ = await emulator.PutOssAsync(Samples.OssMinimal());
        }

        var path = Directory.EnumerateFiles(Rules("oss")).Single();
        var text = await File.ReadAllTextAsync(path, Encoding.UTF8);
        await File.WriteAllTextAsync(path, damage switch
        {
            "cut" => text[..(text.Length / 2)],
            "empty" => "",
            "flipped" => text.Replace("Weekly", "Weekli", StringComparison.Ordinal),
            "other JSON" => "[1]",
            _ => text,
        });
        if (damage == "another's name")
        {
            File.Move(path, path = Path.Combine(Rules("oss"), new string('0', 64) + ".json"));
        }

        var error = Assert.ThrowsAsync<DataFolderException>(() => StartAsync());
        File.Delete(path);
        await using var after = await StartAsync();

        Assert.That(error.Message, Does.Contain($"'{path}' is damaged").And.Contain("remove it"));
        Assert.That(after.StoredRules("oss", Samples.Source), Is.Empty);
    }

    [Test]
    public async Task A_rule_whose_bucket_has_no_file_fails_the_start()
    {
        await using (var emulator = await StartAsync())
        {
            _ = await emulator.PutOssAsync(Samples.OssMinimal());
        }

        var path = Directory.EnumerateFiles(Path.Combine(_folder, "oss", "buckets")).Single(path => File.ReadAllText(path).Contains("\"examplebucket\"", StringComparison.Ordinal));
        File.Delete(path);

        Assert.That(Assert.ThrowsAsync<DataFolderException>(() => StartAsync()).Message, Does.Contain(path).And.Contain(Rules("oss")));
    }

    [Test]
    public async Task What_the_disk_refuses_is_answered_as_an_error_and_is_not_done()
    {
        await using var emulator = await StartAsync();
        _ = await emulator.PutBosAsync(Samples.Bos());
        Directory.Delete(Rules("oss"), recursive: true);
        Directory.Delete(Rules("bos"), recursive: true);

        var oss = await emulator.PutOssAsync(Samples.OssMinimal());
        var bos = await emulator.PutBosAsync(Samples.Bos("other"), "other");

        Assert.That((oss.Status, oss.Code, bos.Status, bos.Code), Is.EqualTo((500, "InternalError", 500, "InternalError")));
        Assert.That(emulator.StoredRules("oss", Samples.Source), Is.Empty);
        Assert.That(emulator.StoredRules("bos", Samples.Source), Has.Count.EqualTo(1));
    }

    [Test]
    public void Options_that_make_no_sense_leave_the_folder_alone()
    {
        EmulatorOptions[] senseless = [Options() with { ConsistencyDelay = TimeSpan.FromTicks(-1) }, Options() with { Buckets = [new("logs"), new("logs")] }];

        foreach (var options in senseless)
        {
            Assert.That(async () => await InventoryEmulator.StartAsync(options), Throws.InstanceOf<ArgumentException>());
        }

        Assert.That(_around.Entries(), Is.Empty);
    }

    [Test]
    public void A_folder_that_is_none_fails_the_start_and_is_named()
    {
        var file = _around.Path("file");
        File.WriteAllText(file, "x");

        var taken = Assert.ThrowsAsync<DataFolderException>(() => InventoryEmulator.StartAsync(new() { DataDirectory = file }));
        var empty = Assert.ThrowsAsync<DataFolderException>(() => InventoryEmulator.StartAsync(new() { DataDirectory = "" }));

        Assert.That(taken.Message, Does.Contain(file));
        Assert.That(empty.Message, Does.Contain("data folder ''"));
    }

    private EmulatorOptions Options() => Samples.Unsigned with { DataDirectory = _folder };

    private string Rules(string wire) => Path.Combine(_folder, wire, "rules");

    private Task<InventoryEmulator> StartAsync(TimeProvider? clock = null) => InventoryEmulator.StartAsync(Options() with { Clock = clock ?? new ManualClock(Samples.Now) });
}
