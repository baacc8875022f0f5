using System.Net;
using System.Net.Sockets;
using Inventory.BaiduBos;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory emulator</c>.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "it is stopped by signals")]
public sealed class EmulatorTests
{
    private const int Interrupt = 2;

    [Test]
    public async Task The_first_line_says_where_both_wires_are_and_both_answer()
    {
        using var emulator = await RunningEmulator.StartAsync();
        using var client = new HttpClient();

        using var oss = await client.GetAsync(new Uri(emulator.Oss, "/examplebucket/?inventory"));
        using var bos = await client.GetAsync(new Uri(emulator.Bos, "/examplebucket?inventory"));

        Assert.That(emulator.FirstLine, Does.Match(@"^\{""oss"":""http://127\.0\.0\.1:[0-9]+"",""bos"":""http://127\.0\.0\.1:[0-9]+""\}$"));
        Assert.That((oss.StatusCode, bos.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
        Assert.That(await oss.Content.ReadAsStringAsync(), Does.Contain("<Code>AccessDenied</Code>"));
        Assert.That(await bos.Content.ReadAsStringAsync(), Does.Contain("\"code\":\"AccessDenied\""));
    }

    [Test]
    public async Task Buckets_and_keys_are_those_that_it_is_told()
    {
        using var emulator = await RunningEmulator.StartAsync("--bucket", "logs", "--bucket", "reports", "--bucket", "logs", "--access-key", "id:secret", "--access-key", "id2:secret2:token2");
        var rule = new InventoryRule { Id = "weekly", Destination = new() { Bucket = "reports" }, Schedule = InventorySchedule.Weekly };
        using var permanent = Service(emulator, "id", "secret", null);
        using var temporary = Service(emulator, "id2", "secret2", "token2");

        _ = await permanent.PutAsync("logs", rule);
        var found = await temporary.FindAsync("logs", "weekly");

        Assert.That(found, Is.EqualTo(rule));
        var run = await emulator.SignalAsync("TERM");
        Assert.That(run.Error, Does.Contain("bos PUT /logs?inventory&id=weekly 200").And.Not.Contain("secret"));
    }

    [Test]
    public async Task Faults_are_those_that_it_is_told_and_the_log_names_them()
    {
        using var emulator = await RunningEmulator.StartAsync("--access-key", "id:secret", "--fault", "bos:put:1=503", "--fault", "bos:put:2=reset-after", "--fault", "oss:*:*=reset");
        var rule = new InventoryRule { Id = "weekly", Destination = new() { Bucket = "destbucket" }, Schedule = InventorySchedule.Weekly };
        using var service = Service(emulator, "id", "secret", null);

        var result = await service.PutAsync("examplebucket", rule);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        var run = await emulator.SignalAsync("TERM");
        Assert.That(run.Error, Does.Contain("id=weekly 503 ServiceUnavailable (fault 503)").And.Contain("id=weekly unanswered (fault reset-after)").And.Not.Contain("secret"));
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task A_signal_stops_it_cleanly(string signal)
    {
        using var emulator = await RunningEmulator.StartAsync();
        Assume.That(signal == "INT" && emulator.Ignores(Interrupt), Is.False, "started where interrupts are ignored");

        var run = await emulator.SignalAsync(signal);

        Assert.That(run, Is.EqualTo(new Run(0, "", "")));
    }

    [Test]
    public async Task A_signal_stops_it_while_a_connection_is_open()
    {
        using var emulator = await RunningEmulator.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(emulator.Bos.Host, emulator.Bos.Port);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\n"u8.ToArray());

        var run = await emulator.SignalAsync("TERM");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task The_ports_are_those_that_it_is_told()
    {
        var (oss, bos) = (FreePort(), FreePort());

        using var emulator = await RunningEmulator.StartAsync("--oss-port", $"{oss}", "--bos-port", $"{bos}");

        Assert.That((emulator.Oss.Port, emulator.Bos.Port), Is.EqualTo((oss, bos)));
    }

    [TestCase("--oss-port")]
    [TestCase("--bos-port")]
    public async Task A_port_that_is_taken_is_named_in_a_sentence(string option)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await Program.RunAsync("emulator", option, $"{port}");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Error.TrimEnd(), Does.Contain($"{port}").And.EndsWith("."));
        Assert.That(run.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [TestCase("--oss-port: '70000' is not a port.", "--oss-port", "70000")]
    [TestCase("--bos-port: 'abc' is not a port.", "--bos-port", "abc")]
    [TestCase("--bos-port: '-1' is not a port.", "--bos-port=-1")]
    [TestCase("--bucket: 'Bad_Name' must be 3 to 63 lower-case letters", "--bucket", "Bad_Name")]
    [TestCase("--access-key: write ID:SECRET", "--access-key", "id")]
    [TestCase("--access-key: write ID:SECRET", "--access-key", ":secret")]
    [TestCase("--fault: 'oss:put=503' is not WIRE:OPERATION:NUMBER=FAULT", "--fault", "oss:put=503")]
    [TestCase("--fault: 's3:put:1=503': there is no wire 's3'.", "--fault", "s3:put:1=503")]
    [TestCase("--fault: 'explode' is not a fault.", "--fault", "oss:put:1=explode")]
    public async Task An_option_that_makes_no_sense_is_named_and_nothing_is_started(string said, params string[] options)
    {
        var run = await Program.RunAsync(["emulator", .. options]);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(said).And.Not.Contain("Parameter"));
        Assert.That(run.Output.Trim(), Is.Empty);
    }

    private static BosInventoryService Service(RunningEmulator emulator, string id, string secret, string? token) => new(new()
    {
        Endpoint = emulator.Bos.OriginalString,
        AccessKeyId = id,
        SecretAccessKey = secret,
        SessionToken = token,
    });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
