using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class InventoryEmulatorTests
{
    [Test]
    public async Task Both_wires_listen_on_loopback_on_ports_of_their_own()
    {
        await using var emulator = await InventoryEmulator.StartAsync();

        Assert.That((emulator.OssEndpoint.Host, emulator.BosEndpoint.Host), Is.EqualTo(("127.0.0.1", "127.0.0.1")));
        Assert.That(emulator.OssEndpoint.Port, Is.Positive.And.Not.EqualTo(emulator.BosEndpoint.Port));
    }

    [Test]
    public async Task A_port_that_is_taken_fails_the_start()
    {
        await using var emulator = await InventoryEmulator.StartAsync();
        var options = new EmulatorOptions { OssPort = emulator.OssEndpoint.Port };

        async Task StartAsync()
        {
            await using var second = await InventoryEmulator.StartAsync(options);
        }

        Assert.ThrowsAsync<IOException>(StartAsync);
    }

    [Test]
    public async Task A_request_is_recorded_with_its_answer()
    {
        var lines = new List<string>();
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with { Log = lines.Add });

        await emulator.PutOssAsync(Samples.OssMinimal());
        await emulator.BosAsync("GET", "?inventory&id=none");

        var requests = emulator.Requests;
        Assert.That(requests.Select(request => (request.Wire, request.Method, request.Target, request.Status, request.ErrorCode)), Is.EqualTo(new[]
        {
            ("oss", "PUT", "/examplebucket/?inventory&inventoryId=report1", 200, (string?)null),
            ("bos", "GET", "/examplebucket?inventory&id=none", 404, "NoSuchInventoryConfiguration"),
        }));
        Assert.That(requests[0].Body, Is.EqualTo(Samples.OssMinimal()));
        Assert.That(requests[0].Header("HOST"), Is.EqualTo(emulator.OssEndpoint.Authority));
        Assert.That(lines[1], Is.EqualTo("bos GET /examplebucket?inventory&id=none 404 NoSuchInventoryConfiguration"));
    }

    [Test]
    public async Task Recorded_requests_can_be_forgotten()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);
        await emulator.BosAsync("GET", "?inventory");

        emulator.ClearRequests();

        Assert.That(emulator.Requests, Is.Empty);
    }

    [Test]
    public async Task The_last_thousand_requests_of_both_wires_are_recorded()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);
        using var client = new HttpClient();

        for (var number = 0; number < 1_010; number++)
        {
            using var answer = await client.GetAsync(new Uri(number % 2 == 0 ? emulator.OssEndpoint : emulator.BosEndpoint, $"/examplebucket/?number={number}"));
        }

        Assert.That(emulator.Requests.Select(request => request.Target), Is.EqualTo(Enumerable.Range(10, 1_000).Select(number => $"/examplebucket/?number={number}")));
    }

    [Test]
    public async Task Rules_of_the_options_are_there_from_the_start()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with
        {
            Rules = [new(EmulatorWire.Oss, Samples.Source, Samples.OssMinimal("a")), new(EmulatorWire.Bos, Samples.Source, "not json", "b")],
        });

        var oss = await emulator.OssAsync("GET", "?inventory&inventoryId=a");
        var bos = await emulator.BosAsync("GET", "?inventory&id=b");

        Assert.That((oss.Xml("Id"), bos.Body), Is.EqualTo(("a", "not json")));
    }

    [Test]
    public void Options_that_make_no_sense_fail_the_start_in_a_sentence()
    {
        EmulatorOptions[] all =
        [
            new() { Buckets = [new("logs"), new("logs", "cn-beijing")] },
            new() { Rules = [new("s3", Samples.Source, "{}", "a")] },
            new() { Rules = [new("oss", "nowhere", Samples.OssMinimal())] },
            new() { Rules = [new("bos", Samples.Source, "{}")] },
            new() { ConsistencyDelay = TimeSpan.FromTicks(-1) },
        ];
        string[] said = ["'logs'", "no wire 's3'", "no bucket 'nowhere'", "no readable id", "ConsistencyDelay"];

        var messages = all.Select(options => Assert.CatchAsync<ArgumentException>(() => InventoryEmulator.StartAsync(options)).Message).ToList();

        Assert.That(messages.Zip(said).Where(pair => !pair.First.Contains(pair.Second, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task A_seeded_document_is_answered_verbatim()
    {
        const string Oss = "<InventoryConfiguration xmlns=\"urn:x\"><Id>a</Id><Later mode='1'/></InventoryConfiguration>";
        const string Bos = """{ "id": "a", "later": [1] }""";
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);
        emulator.SeedRaw(EmulatorWire.Oss, Samples.Source, "<?xml version=\"1.0\"?>\n" + Oss);
        emulator.SeedRaw(EmulatorWire.Bos, Samples.Source, Bos);
        emulator.SeedRaw(EmulatorWire.Bos, Samples.Source, "not json", "broken");

        var oss = await emulator.OssAsync("GET", "?inventory");
        var bos = await emulator.BosAsync("GET", "?inventory&id=a");
        var broken = await emulator.BosAsync("GET", "?inventory&id=broken");

        Assert.That(oss.Body, Does.Contain(Oss));
        Assert.That(bos.Body, Is.EqualTo(Bos));
        Assert.That(broken.Body, Is.EqualTo("not json"));
    }

    [Test]
    public async Task Seeding_needs_a_wire_a_bucket_and_an_id()
    {
        await using var emulator = await InventoryEmulator.StartAsync();

        Assert.That(() => emulator.SeedRaw("s3", Samples.Source, "{}"), Throws.ArgumentException);
        Assert.That(() => emulator.SeedRaw(EmulatorWire.Bos, "nowhere", Samples.Bos()), Throws.ArgumentException);
        Assert.That(() => emulator.SeedRaw(EmulatorWire.Bos, Samples.Source, "{}"), Throws.ArgumentException);
        Assert.That(() => emulator.SeedRaw(EmulatorWire.Oss, Samples.Source, "<a"), Throws.ArgumentException);
    }

    [Test]
    public async Task Of_fifty_puts_at_once_under_one_id_OSS_lets_one_through()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => emulator.PutOssAsync(Samples.OssMinimal())));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == 409), Is.EqualTo(49));
    }

    [Test]
    public void A_printed_key_shows_no_secret()
    {
        var printed = new EmulatorCredential("ak", "very-secret", "very-secret-token").ToString();

        Assert.That(printed, Does.Contain("ak").And.Not.Contain("secret"));
    }
}
