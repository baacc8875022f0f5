namespace Inventory.BaiduBos.Tests.Mapping;

/// <summary>Whatever bytes arrive, a parser reads them or throws an <see cref="InventoryException"/>.</summary>
[TestFixture]
public sealed class HostileBodyTests
{
    private const int Bodies = 100_000;

    private static readonly string[] Rules =
    [
        Wire.With("x", """{"b":[1,-2.5e3,{"a":"\"\u00e9"}],"a":null}"""),
        """
        { "id": "r", "status": "Disabled", "resource": [ "src/logs/*", "src/汉字*" ], "schedule": "Monthly", "monthlyDate": 15,
          "destination": { "targetBucket": "dst", "targetPrefix": "p/", "format": "CSV", "new": true }, "includedObjectVersions": "All" }
        """,
    ];

    private static readonly string[] Lists = [$$"""{"inventoryRuleList":[{{string.Join(',', Rules)}}]}""", """{ "inventoryRuleList": [], "isTruncated": false, "code": null }"""];

    private static readonly string[] Errors =
    [
        """{"requestId":"49a3","code":"NoSuchInventoryConfiguration","message":"No é."}""",
        """{ "code": "AccessDenied", "message": "Your request rate is too high", "requestId": "49a3" }""",
        "<!DOCTYPE html><html><body>Bad gateway</body></html>",
    ];

    [Test]
    public void Of_a_rule() => Check(Bodies, Rules, body => BosAnswers.ReadOne(body.Bytes, Wire.Source), InventoryErrorKind.InvalidDocument);

    [Test]
    public void Of_a_list() => Check(Bodies, Lists, body => BosAnswers.ReadList(body.Bytes, Wire.Source, text => text), InventoryErrorKind.InvalidDocument);

    [Test]
    public void Of_an_error() => Check(Bodies, Errors, body => BosErrors.Instance.Read(new(403, new Dictionary<string, string> { ["x-bce-date"] = body.Text }, body.Bytes)));

    [Test]
    public void Of_a_file()
    {
        var format = new BosJsonFormat();
        Check(Bodies, Rules, body =>
        {
            _ = format.Recognizes(body.Text);
            Assert.That(format.Write(format.Read(body.Text)), Is.Not.Empty);
        }, InventoryErrorKind.InvalidDocument, InventoryErrorKind.RuleRejected);
    }

    /// <summary>A kind other than these would pass for something that the service said. Where none is named, nothing may come out.</summary>
    private static void Check(int cases, string[] sound, Action<HostileBody> read, params InventoryErrorKind[] kinds)
    {
        var isRead = 0;
        PropertyRun.Check(cases, HostileBody.Of(sound), body => isRead += body.IsRead(() => read(body), kinds) ? 1 : 0, HostileBody.Shrink);

        TestContext.Out.WriteLine($"{isRead} read, {cases - isRead} refused");
        Assert.That(isRead, kinds.Length > 0 ? Is.InRange(cases / 50, cases / 2) : Is.EqualTo(cases));
    }
}
