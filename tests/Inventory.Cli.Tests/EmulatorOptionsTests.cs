using System.Net;
using System.Net.Sockets;

namespace Inventory.Cli.Tests;

/// <summary>What <c>inventory emulator</c> takes from its command line.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "it is stopped by signals")]
public sealed class EmulatorOptionsTests
{
    private static readonly HttpClient Client = new();

    [OneTimeTearDown]
    public void Dispose() => Client.Dispose();

    [Test]
    public async Task A_bucket_exists_on_both_wires_and_a_region_counts_on_that_of_its_cloud()
    {
        using var emulator = await RunningEmulator.StartAsync("--bucket", "logs@cn-beijing", "--bucket", "reports@gz", "--no-signature-check");

        var places = await Task.WhenAll(
            TextAsync(emulator.Oss, "/logs/?location"), TextAsync(emulator.Bos, "/logs?location"), TextAsync(emulator.Oss, "/reports/?location"), TextAsync(emulator.Bos, "/reports?location"));

        Assert.That(places[0], Does.Contain(">oss-cn-beijing<"));
        Assert.That(places[1], Does.Contain("\"bj\""));
        Assert.That(places[2], Does.Contain(">oss-cn-hangzhou<"));
        Assert.That(places[3], Does.Contain("\"gz\""));
    }

    [Test]
    public async Task A_bucket_in_a_region_of_OSS_is_found_under_its_host_name_on_BOS()
    {
        using var emulator = await RunningEmulator.StartAsync("--bucket", "logs@cn-hangzhou", "--no-signature-check");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.Bos, "/?inventory"));
        request.Headers.Host = "logs.bj.bcebos.com";

        using var answer = await Client.SendAsync(request);

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("""{"inventoryRuleList":[]}"""));
    }

    [TestCase("2026-01-02T03:04:05Z")]
    [TestCase("2026-01-02T03:04:05.000Z")]
    [TestCase("2026-01-02T11:04:05+08:00")]
    [TestCase("20260102T030405Z")]
    public async Task The_clock_stands_at_an_instant_in_the_basic_and_the_extended_form(string instant)
    {
        using var emulator = await RunningEmulator.StartAsync("--clock", instant);

        using var answer = await Client.GetAsync(emulator.Oss);

        Assert.That(answer.Headers.Date, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
    }

    [Test]
    public async Task A_log_that_nobody_reads_holds_up_no_answer()
    {
        using var emulator = await RunningEmulator.StartAsync("--no-signature-check");
        var target = "/examplebucket?inventory&x=" + new string('x', 8_000);

        for (var request = 0; request < 40; request++)
        {
            _ = await TextAsync(emulator.Bos, target);
        }

        Assert.That(await TextAsync(emulator.Bos, "/examplebucket?inventory"), Is.EqualTo("""{"inventoryRuleList":[]}"""));
        Assert.That((await emulator.SignalAsync("TERM")).Error.Split("\nbos GET "), Has.Length.EqualTo(42));
    }

    [Test]
    public async Task A_host_name_stands_for_its_bucket()
    {
        using var emulator = await RunningEmulator.StartAsync("--cname", "inventory.example.com=destbucket", "--no-signature-check");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.Oss, "/?bucketInfo"));
        request.Headers.Host = "Inventory.Example.Com:9000";

        using var answer = await Client.SendAsync(request);

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("<Name>destbucket</Name>"));
    }

    [Test]
    public async Task Without_signatures_it_warns_and_answers()
    {
        using var emulator = await RunningEmulator.StartAsync("--no-signature-check");

        var list = await TextAsync(emulator.Bos, "/examplebucket?inventory");
        var run = await emulator.SignalAsync("TERM");

        Assert.That(list, Is.EqualTo("""{"inventoryRuleList":[]}"""));
        Assert.That(run.Error, Does.StartWith("Warning: --no-signature-check").And.Contain("\nbos GET /examplebucket?inventory 200\n"));
    }

    [Test]
    public async Task On_every_address_it_warns_and_says_where_it_can_be_reached()
    {
        using var emulator = await RunningEmulator.StartAsync("--listen", "0.0.0.0", "--no-signature-check");

        var list = await TextAsync(emulator.Bos, "/examplebucket?inventory");
        var run = await emulator.SignalAsync("TERM");

        Assert.That((emulator.Oss.Host, list), Is.EqualTo(("127.0.0.1", """{"inventoryRuleList":[]}""")));
        Assert.That(run.Error, Does.Contain("listens on 0.0.0.0, which is not loopback"));
    }

    [Test]
    public async Task One_id_is_accepted_with_its_token_and_without_one()
    {
        using var emulator = await RunningEmulator.StartAsync("--access-key", "id:secret", "--access-key", "id:secret:a:token", "--access-key", "id:secret");

        var statuses = new List<string>();
        foreach (var token in new[] { null, "a:token", "other" })
        {
            using var service = new BaiduBos.BosInventoryService(new() { Endpoint = emulator.Bos.OriginalString, AccessKeyId = "id", SecretAccessKey = "secret", SessionToken = token });
            try
            {
                statuses.Add($"{await service.FindAsync("examplebucket", "none") is null}");
            }
            catch (InventoryException e)
            {
                statuses.Add(e.ServiceCode!);
            }
        }

        Assert.That(statuses, Is.EqualTo(["True", "True", "InvalidSessionToken"]));
    }

    [TestCase("BosEmptyListAnswer=nullArray", "/examplebucket?inventory", """{"inventoryRuleList":null}""")]
    [TestCase("bosregion=gz", "/examplebucket?location", """{"locationConstraint":"gz"}""")]
    public async Task A_point_that_the_documents_leave_open_is_switched_by_name(string setting, string target, string body)
    {
        using var emulator = await RunningEmulator.StartAsync("--no-signature-check", "--set", setting);

        Assert.That(await TextAsync(emulator.Bos, target), Is.EqualTo(body));
    }

    [TestCase("OssPageSize=7", "OssPageSize", 7)]
    [TestCase("OssEchoFilterDefaults=false", "OssEchoFilterDefaults", false)]
    [TestCase("OssAlreadyExistsCode=InventoryAlreadyExist", "OssAlreadyExistsCode", "InventoryAlreadyExist")]
    [TestCase("BosMaxResources=1", "BosMaxResources", 1)]
    [TestCase("OssStorageClasses=IA,Standard", "OssStorageClasses", new[] { "IA", "Standard" })]
    public void A_switch_sets_what_it_names_and_nothing_else(string setting, string name, object value)
    {
        var before = new Inventory.Emulator.EmulatorOptions();

        var after = EmulatorSwitches.Apply(before, setting);

        var changed = before.GetType().GetProperties().Where(p => !Equals(p.GetValue(before), p.GetValue(after))).Select(p => (p.Name, p.GetValue(after)));
        Assert.That(changed, Is.EqualTo(new[] { (name, value) }));
    }

    [Test]
    public void Every_point_that_is_open_has_a_switch()
    {
        Assert.That(EmulatorSwitches.Names, Has.Member("ConsistencyDelay").And.Member("OssEchoEmptyFilter").And.Member("BosDeleteStatus").And.Member("AllowIncrementalInventory"));
        Assert.That(EmulatorSwitches.Names, Has.No.Member("OssPort").And.No.Member("VerifySignatures"));
    }

    [Test]
    public async Task A_folder_keeps_rules_and_is_had_by_one_at_a_time()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["--no-signature-check", "--data", folder.Path];
        using (var first = await RunningEmulator.StartAsync(arguments))
        {
            using var made = await Client.PutAsync(new Uri(first.Bos, "/made"), null);

            var second = await Program.RunAsync(["emulator", .. arguments]);

            Assert.That((made.StatusCode, second.ExitCode), Is.EqualTo((HttpStatusCode.OK, 1)));
            Assert.That(second.Error, Does.Contain("--data: ").And.Contain($"'{folder.Path}' is in use by another emulator"));
            _ = await first.SignalAsync("TERM");
        }

        using var again = await RunningEmulator.StartAsync(arguments);
        Assert.That(await TextAsync(again.Bos, "/made?inventory"), Is.EqualTo("""{"inventoryRuleList":[]}"""));
    }

    [Test]
    public async Task A_damaged_file_in_the_folder_is_named_with_the_option()
    {
        using var folder = new TemporaryFolder();
        _ = Directory.CreateDirectory(Path.Combine(folder.Path, "oss", "rules"));
        var file = folder.Write(Path.Combine("oss", "rules", "x.json"), "{");

        var run = await Program.RunAsync("emulator", "--data", folder.Path);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.StartWith($"--data: The file '{file}' is damaged"));
    }

    [TestCase("--bucket: '' is not a region", "--bucket", "logs@")]
    [TestCase("--bucket: 'CN' is not a region", "--bucket", "logs@CN")]
    [TestCase("--bucket: the bucket 'logs' is given twice", "--bucket", "logs", "--bucket", "logs@cn-beijing")]
    [TestCase("--cname: 'logs' is not HOST=BUCKET", "--cname", "logs")]
    [TestCase("--cname: 'a.example.com:80=logs' is not HOST=BUCKET", "--cname", "a.example.com:80=logs")]
    [TestCase("--cname: 'Bad_Name' must be", "--cname", "a.example.com=Bad_Name")]
    [TestCase("--cname: the host 'a.example.com' is given twice", "--cname", "a.example.com=logs", "--cname", "a.example.com=reports")]
    [TestCase("--clock: 'noon' is not an instant", "--clock", "noon")]
    [TestCase("--clock: '2026-01-02T03:04:05' is not an instant", "--clock", "2026-01-02T03:04:05")]
    [TestCase("--listen: 'everywhere' is not an IP address", "--listen", "everywhere")]
    [TestCase("--data: write the path of a folder", "--data", "")]
    [TestCase("--access-key: 'id' has two secrets", "--access-key", "id:one", "--access-key", "id:two")]
    [TestCase("--fault: 'oss:post:1=503': 'post' is no operation", "--fault", "oss:post:1=503")]
    [TestCase("The emulator cannot listen on 203.0.113.1: ", "--listen", "203.0.113.1")]
    [TestCase("--set: 'OssPort=1' is not NAME=VALUE with one of these names: AllowIncrementalInventory", "--set", "OssPort=1")]
    [TestCase("--set: 'no' is no value of BosAllowOnce. Write true or false.", "--set", "BosAllowOnce=no")]
    [TestCase("--set: '0' is no value of OssPageSize. Write a number from 1.", "--set", "OssPageSize=0")]
    [TestCase("--set: '99' is no value of BosDeleteStatus. Write a status", "--set", "BosDeleteStatus=99")]
    [TestCase("--set: '5' is no value of ConsistencyDelay. Write a span", "--set", "ConsistencyDelay=5")]
    [TestCase("--set: 'x' is no value of BosEmptyListAnswer. Write one of EmptyArray", "--set", "BosEmptyListAnswer=x")]
    public async Task A_value_that_makes_no_sense_is_named_with_its_option_and_nothing_is_started(string said, params string[] options)
    {
        var run = await Program.RunAsync(["emulator", .. options]);

        Assert.That((run.ExitCode, run.Output.Trim()), Is.EqualTo((1, "")));
        Assert.That(run.Error, Does.StartWith(said).And.Not.Contain("two\n"));
    }

    [Test]
    public async Task Port_zero_is_a_free_one()
    {
        using var emulator = await RunningEmulator.StartAsync("--oss-port", "0");
        using var client = new TcpClient();

        await client.ConnectAsync(emulator.Oss.Host, emulator.Oss.Port);

        Assert.That(client.Connected);
    }

    private static Task<string> TextAsync(Uri endpoint, string target) => Client.GetStringAsync(new Uri(endpoint, target));
}
