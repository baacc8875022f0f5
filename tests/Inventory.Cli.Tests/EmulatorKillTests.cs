using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory emulator --data</c>, killed while it writes.</summary>
[TestFixture]
public sealed class EmulatorKillTests
{
    private const int Rounds = 5;
    private const int AnswersPerRound = 120;
    private const int Gone = -1;

    /// <summary>What was acknowledged last of each id: its version, or that it is gone. Ids of which an answer is missing are not in it.</summary>
    private readonly ConcurrentDictionary<string, int> _oss = new();

    /// <summary>The same; where an answer is missing, the version before it.</summary>
    private readonly ConcurrentDictionary<string, int> _bos = new();

    [Test]
    public async Task Five_times_every_rule_that_was_acknowledged_is_there_afterwards()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["--no-signature-check", "--data", folder.Path, "--set", "OssPageSize=100000", "--set", "OssRuleLimit=100000"];
        for (var round = 0; round < Rounds; round++)
        {
            using var emulator = await RunningEmulator.StartAsync(arguments);
            await CheckAsync(emulator);

            await KillUnderLoadAsync(emulator, round);
        }

        using var last = await RunningEmulator.StartAsync(arguments);
        await CheckAsync(last);
        Assert.That(_oss.Values.Count(version => version != Gone), Is.GreaterThan(Rounds));
        Assert.That(_oss.Values.Count(version => version == Gone), Is.GreaterThan(Rounds));
        Assert.That(Directory.EnumerateFiles(folder.Path, "*.tmp", SearchOption.AllDirectories), Is.Empty);
    }

    private async Task KillUnderLoadAsync(RunningEmulator emulator, int round)
    {
        using var client = new HttpClient();
        var answers = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writers = Enumerable.Range(0, 4).Select(writer => WriteOssAsync(client, emulator.Oss, $"r{round}w{writer}", Answered))
            .Concat(Enumerable.Range(0, 3).Select(writer => WriteBosAsync(client, emulator.Bos, $"w{writer}", Answered)))
            .ToList();

        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await emulator.KillAsync();
        await Task.WhenAll(writers);

        void Answered()
        {
            if (Interlocked.Increment(ref answers) == AnswersPerRound)
            {
                enough.SetResult();
            }
        }
    }

    /// <summary>Puts rule after rule, and deletes every other one again.</summary>
    private async Task WriteOssAsync(HttpClient client, Uri endpoint, string writer, Action answered)
    {
        for (var number = 0; ; number++)
        {
            var id = $"{writer}n{number}";
            if (!await IsDoneAsync(client, HttpMethod.Put, new(endpoint, $"/examplebucket/?inventory&inventoryId={id}"), OssRule(id), answered))
            {
                return;
            }

            _oss[id] = 1;
            if (number % 2 == 0)
            {
                _ = _oss.TryRemove(id, out _);
                if (!await IsDoneAsync(client, HttpMethod.Delete, new(endpoint, $"/examplebucket/?inventory&inventoryId={id}"), null, answered))
                {
                    return;
                }

                _oss[id] = Gone;
            }
        }
    }

    /// <summary>Overwrites one rule again and again.</summary>
    private async Task WriteBosAsync(HttpClient client, Uri endpoint, string id, Action answered)
    {
        for (var version = _bos.GetValueOrDefault(id) + 2; ; version++)
        {
            var rule = $$$"""{"id":"{{{id}}}","status":"enabled","resource":["examplebucket/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","targetPrefix":"{{{version}}}","format":"CSV"}}""";
            if (!await IsDoneAsync(client, HttpMethod.Put, new(endpoint, $"/examplebucket?inventory&id={id}"), rule, answered))
            {
                return;
            }

            _bos[id] = version;
        }
    }

    /// <summary>False: there was no answer, and never will be.</summary>
    private static async Task<bool> IsDoneAsync(HttpClient client, HttpMethod method, Uri uri, string? body, Action answered)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = body is null ? null : new StringContent(body, Encoding.UTF8) };
        try
        {
            using var answer = await client.SendAsync(request);
            Assert.That(answer.StatusCode, Is.EqualTo(method == HttpMethod.Delete ? HttpStatusCode.NoContent : HttpStatusCode.OK));
            answered();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task CheckAsync(RunningEmulator emulator)
    {
        using var client = new HttpClient();
        using var oss = await client.GetAsync(new Uri(emulator.Oss, "/examplebucket/?inventory"));
        var there = oss.StatusCode == HttpStatusCode.NotFound
            ? []
            : XDocument.Parse(await oss.Content.ReadAsStringAsync()).Descendants("Id").Select(id => id.Value).ToHashSet();
        using var bos = JsonDocument.Parse(await client.GetStringAsync(new Uri(emulator.Bos, "/examplebucket?inventory")));
        var versions = bos.RootElement.GetProperty("inventoryRuleList").EnumerateArray().ToDictionary(
            rule => rule.GetProperty("id").GetString()!, rule => int.Parse(rule.GetProperty("destination").GetProperty("targetPrefix").GetString()!, System.Globalization.CultureInfo.InvariantCulture));

        Assert.That(_oss.Where(rule => there.Contains(rule.Key) == (rule.Value == Gone)), Is.Empty);
        Assert.That(_bos.Where(rule => !versions.TryGetValue(rule.Key, out var version) || (version != rule.Value && version != rule.Value + 1 && version != rule.Value + 2)), Is.Empty);
    }

    private static string OssRule(string id) =>
        $"<InventoryConfiguration><Id>{id}</Id><IsEnabled>true</IsEnabled><Destination><OSSBucketDestination><Format>CSV</Format><AccountId>1</AccountId>"
        + "<RoleArn>acs:ram::1:role/r</RoleArn><Bucket>acs:oss:::destbucket</Bucket></OSSBucketDestination></Destination>"
        + "<Schedule><Frequency>Weekly</Frequency></Schedule><IncludedObjectVersions>All</IncludedObjectVersions></InventoryConfiguration>";
}
