using Inventory.Emulator.Bos;
using Inventory.Emulator.Http;
using Inventory.Emulator.Oss;
using Inventory.Emulator.Store;
using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>Whatever arrives, a parser of the emulator gives what its summary says: a value, or the refusal or the exception that is documented.</summary>
[TestFixture]
public sealed class HostileParserTests
{
    private const int Texts = 100_000;

    private static readonly EmulatorOptions Options = new() { AllowIncrementalInventory = true };
    private static readonly BucketDirectory Buckets = Fill(new("cn-hangzhou"));

    private static readonly EmulatorBucket Source = Buckets.TryFind(Samples.Source, out var source) ? source : throw new InvalidOperationException("There is no source.");

    private static readonly string[] Faults =
    [
        "503", "429-after,code=SlowDown,retry-after=2", "delay:500ms", "delay-after:2s", "reset", "reset-after", "truncate", "expired-token", "clock:+20m", "clock:-24h",
    ];

    [Test]
    public void Of_a_rule_on_OSS()
    {
        var incremental = Samples.OssMinimal().Replace(
            "</InventoryConfiguration>",
            "<IncrementalInventory><IsEnabled>true</IsEnabled><Schedule><Frequency>600</Frequency></Schedule></IncrementalInventory></InventoryConfiguration>",
            StringComparison.Ordinal);
        Check([Samples.OssFull(), incremental], body =>
        {
            var request = WireRequest.Create("PUT", "/examplebucket/?inventory&inventoryId=report1", [], body.Bytes);

            OssRule? rule = null;
            if (OssDocument.Parse(request, out var error) is { } root)
            {
                rule = new OssRuleReader(Options, Buckets, Source).Read(root, "report1", out error);
            }

            Assert.That(error is null, Is.EqualTo(rule is not null));
            Assert.That(rule is null || OssDocument.ReadId(OssRuleWriter.Write(rule, Options)) == "report1");
            Assert.That(error is null || (error.Status is >= 400 and < 500 && OssErrorDocument.Write(request, null, error, "id").Contains("</Error>", StringComparison.Ordinal)));
            _ = OssDocument.ReadId(OssDocument.WithoutDeclaration(body.Text));
            return rule is not null;
        });
    }

    [Test]
    public void Of_a_rule_on_BOS()
    {
        string[] sound = [Samples.Bos(), Samples.Bos().Replace("\"Weekly\"", "\"Monthly\",\"monthlyDate\":15,\"includedObjectVersions\":\"All\"", StringComparison.Ordinal)];
        Check(sound, body =>
        {
            var request = WireRequest.Create("PUT", "/examplebucket?inventory&id=rule-1", [], body.Bytes);

            BosRule? rule = null;
            using var document = BosDocument.Parse(request, out var error);
            if (document is not null)
            {
                rule = new BosRuleReader(Options, Buckets, Source).Read(document.RootElement, "rule-1", out error);
            }

            Assert.That(error is null, Is.EqualTo(rule is not null));
            Assert.That(rule is null || BosDocument.ReadId(rule.ToDocument()) == "rule-1");
            Assert.That(error is null || error.Status is >= 400 and < 500);
            _ = BosDocument.ReadId(body.Text);
            return rule is not null;
        });
    }

    [Test]
    public void Of_an_authorization_on_OSS()
    {
        string[] sound =
        [
            "OSS key:c2lnbmF0dXJl",
            "OSS4-HMAC-SHA256 Credential=key/20260102/cn-hangzhou/oss/aliyun_v4_request, AdditionalHeaders=host;range, Signature=0123456789abcdef",
        ];
        Check(sound, body => OssAuthorization.Parse(body.Text) is { } read && read.ToString().EndsWith(read.AccessKeyId, StringComparison.Ordinal));
    }

    [Test]
    public void Of_an_authorization_on_BOS() => Check(["bce-auth-v1/key/2026-01-02T03:04:05Z/1800/host;x-bce-date/0123456789abcdef"], body =>
        BosAuthorization.Parse(body.Text) is { } read && read.TryGetSpan(out _, out var lifetime) && !(lifetime < TimeSpan.Zero));

    [Test]
    public void Of_a_query() => Check(["inventory&inventoryId=report%201&continuation-token=a%2Fb+c", "id=%E6%97%A5&inventory="], body =>
    {
        var query = QueryString.Parse(body.Text);
        Assert.That(query.Items.All(item => query.Has(item.Key) && query.Value(item.Key) is not null && query.Count(item.Key) > 0));
        return query.Undecodable is null;
    }, mostRead: 1);

    [Test]
    public void Of_a_fault() => Check(Faults, body => body.IsRead<FormatException>(() =>
    {
        var fault = EmulatorFault.Parse(body.Text);
        Assert.That(EmulatorFault.Parse(fault.ToString()), Is.EqualTo(fault));
    }));

    [Test]
    public void Of_a_rule_of_faults() => Check([.. Faults.Select((fault, i) => $"{(i % 2 == 0 ? "oss:put" : "*:*")}:{(i % 3 == 0 ? "2-4" : "*")}={fault}")], body => body.IsRead<FormatException>(() =>
    {
        var rule = FaultRule.Parse(body.Text);
        Assert.That(FaultRule.Parse(rule.ToString()), Is.EqualTo(rule));
    }));

    private static void Check(string[] sound, Func<HostileBody, bool> isRead, double mostRead = 0.6)
    {
        var read = 0;
        PropertyRun.Check(Texts, HostileBody.Of(sound), body =>
        {
            var isThisOne = false;
            Assert.That(body.IsRead<NeverException>(() => isThisOne = isRead(body)));
            read += isThisOne ? 1 : 0;
        }, HostileBody.Shrink);

        TestContext.Out.WriteLine($"{read} read, {Texts - read} refused");
        Assert.That(read, Is.InRange(Texts / 100, (int)(Texts * mostRead)));
    }

    /// <summary>What no parser throws: nothing is documented.</summary>
    private sealed class NeverException : Exception;

    private static BucketDirectory Fill(BucketDirectory buckets)
    {
        var store = new RuleStore(buckets, TimeProvider.System, TimeSpan.Zero);
        foreach (var bucket in Options.Buckets)
        {
            store.Configure(bucket);
        }

        return buckets;
    }
}
