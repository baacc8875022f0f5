using System.Text;
using FsCheck.Fluent;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;
using Inventory.Tests.Faults;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>Whatever bytes arrive, a parser reads them or throws an <see cref="InventoryException"/>.</summary>
[TestFixture]
public sealed class HostileBodyTests
{
    private const int Bodies = 100_000;
    private const int Calls = 2_000;

    private static readonly OssAccessExtension NoOptions = new();

    private static readonly string Rule = XmlNodes.Write(OssRuleMapper.ToWire(OssRules.Full, new() { AccountId = OssCloud.AccountId, RoleArn = OssCloud.RoleArn }), isIndented: true);

    private static readonly string[] Rules = [Rule, OssRules.Xml("r", "<New a=\"1\">é<Deep/></New>", "<DayOfMonth>3</DayOfMonth>", "<OptionalFields><Field>Size</Field><Field>New</Field></OptionalFields>")];

    private static readonly string[] Pages =
    [
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListInventoryConfigurationsResult>{Rules[1]}<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken></ListInventoryConfigurationsResult>",
        $"<ListInventoryConfigurationsResult xmlns=\"http://doc.oss-cn-hangzhou.aliyuncs.com\">{Rule}<IsTruncated>false</IsTruncated></ListInventoryConfigurationsResult>",
    ];

    private static readonly string[] Errors =
    [
        CannedAnswer.Error(403, "RequestTimeTooSkewed", "The difference.", "<ServerTime>2026-03-01T07:00:00.000Z</ServerTime><EC>0002-00000504</EC>").Body,
        CannedAnswer.Error(409, "InventoryAlreadyExist", "é", "<Detail><ServerTime>2026-03-01T07:00:00Z</ServerTime></Detail>").Body,
        "<!DOCTYPE html><html><body>Bad gateway</body></html>",
    ];

    [Test]
    public void Of_a_rule() => Check(Bodies, Rules, body => OssListPage.ReadOne(body.Bytes, NoOptions), InventoryErrorKind.InvalidDocument);

    [Test]
    public void Of_a_list() => Check(Bodies, Pages, body => OssListPage.Read(body.Bytes, NoOptions, text => text), InventoryErrorKind.InvalidDocument);

    [Test]
    public void Of_an_error() => Check(Bodies, Errors, body => OssErrors.Instance.Read(new(409, new Dictionary<string, string>(), body.Bytes)));

    [Test]
    public void Of_an_error_in_a_header() => Check(Bodies, [.. Errors.Select(e => Convert.ToBase64String(Encoding.UTF8.GetBytes(e)))], body =>
        OssErrors.Instance.Read(new(409, new Dictionary<string, string> { ["x-oss-err"] = body.Text }, [])));

    [Test]
    public void Of_the_credentials_of_a_role() => Check(Bodies, [Ecs.Key("2026-03-01T07:00:00Z"), Ecs.Key("2026-03-01T07:00:00Z", "Failed")], body => EcsRoleKey.Read(body.Bytes),
        InventoryErrorKind.MalformedResponse, InventoryErrorKind.AuthenticationFailed);

    [Test]
    public void Of_the_name_of_a_role() => Check(Bodies, ["inventory-role\n", "Role_1.a"], body => Assert.That(EcsMetadata.IsRoleName(EcsMetadata.ReadRoleName(body.Bytes))), 0.9,
        InventoryErrorKind.MalformedResponse, InventoryErrorKind.AuthenticationFailed);

    [Test]
    public void Of_the_token_of_an_instance() => Check(Bodies, ["AQAEAPS6TJmZ2bX8PQ==\n", "<html>no</html>"], body =>
    {
        using var request = new HttpRequestMessage();
        if (EcsMetadata.ReadToken(body.Bytes) is { } token)
        {
            request.Headers.Add("X-aliyun-ecs-metadata-token", token);
        }
    });

    [Test]
    public async Task Of_an_instance_as_a_whole()
    {
        var read = 0;
        KeyValuePair<string, string>[] headers = [new("Content-Type", "text/plain; charset=none")];
        var answers = HostileAnswer.Of(headers, "metadata-token", "inventory-role", Ecs.Key("2099-03-01T07:00:00Z"));

        await PropertyRun.CheckAsync(Calls, answers.ListOf(3), async script =>
        {
            using var instance = new AnsweringHandler(script);
            try
            {
                _ = await new EcsRamRoleCredentials(handler: instance).GetAsync().AsTask().Soon();
                read++;
            }
            catch (InventoryException e)
            {
                Assert.That(e.Kind, Is.AnyOf(InventoryErrorKind.Unavailable, InventoryErrorKind.AuthenticationFailed, InventoryErrorKind.MalformedResponse));
            }
        });

        Assert.That(read, Is.InRange(1, Calls / 2));
    }

    [Test]
    public void Of_a_file_of_XML()
    {
        var format = new OssXmlFormat();
        Check(Bodies, Rules, body => IsWrittenOrRefused(format, body.Text), InventoryErrorKind.InvalidDocument, InventoryErrorKind.RuleRejected);
    }

    [Test]
    public void Of_a_file_of_JSON()
    {
        var format = new OssutilJsonFormat();
        Check(Bodies, [.. Rules.Select(rule => format.Write(new OssXmlFormat().Read(rule)))], body => IsWrittenOrRefused(format, body.Text), InventoryErrorKind.InvalidDocument, InventoryErrorKind.RuleRejected);
    }

    /// <summary>What is read can be looked at, and written.</summary>
    private static void IsWrittenOrRefused(IRuleDocumentFormat format, string text)
    {
        _ = format.Recognizes(text);
        var document = format.Read(text);
        Assert.That(format.Write(document), Is.Not.Empty);
    }

    /// <summary>A kind other than these would pass for something that the service said. Where none is named, nothing may come out.</summary>
    private static void Check(int cases, string[] sound, Action<HostileBody> read, params InventoryErrorKind[] kinds) => Check(cases, sound, read, 0.5, kinds);

    private static void Check(int cases, string[] sound, Action<HostileBody> read, double mostRead, params InventoryErrorKind[] kinds)
    {
        var isRead = 0;
        PropertyRun.Check(cases, HostileBody.Of(sound), body => isRead += body.IsRead(() => read(body), kinds) ? 1 : 0, HostileBody.Shrink);

        TestContext.Out.WriteLine($"{isRead} read, {cases - isRead} refused");
        Assert.That(isRead, kinds.Length > 0 ? Is.InRange(cases / 50, (int)(cases * mostRead)) : Is.EqualTo(cases));
    }
}
