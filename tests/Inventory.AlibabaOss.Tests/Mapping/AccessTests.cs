using Inventory.AlibabaOss.Tests.Support;
using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Mapping;

/// <summary>Who may write and who owns the destination: the options say it, and a rule what differs.</summary>
[TestFixture]
public sealed class AccessTests
{
    private const string OtherRole = "acs:ram::200000000000000:role/Other";
    private const string OtherAccount = "200000000000000";

    [TestCase(OssCloud.RoleArn, OssCloud.AccountId, null, null)]
    [TestCase(OtherRole, OssCloud.AccountId, OtherRole, null)]
    [TestCase(OssCloud.RoleArn, OtherAccount, null, OtherAccount)]
    [TestCase(OtherRole, OtherAccount, OtherRole, OtherAccount)]
    public async Task A_rule_that_is_found_carries_what_differs_from_the_options_and_no_more(string role, string account, string? ownRole, string? ownAccount)
    {
        await using var cloud = await OssCloud.StartAsync();
        cloud.Seed(OssRules.Xml().Replace(OssCloud.RoleArn, role, StringComparison.Ordinal)
            .Replace($"<AccountId>{OssCloud.AccountId}", $"<AccountId>{account}", StringComparison.Ordinal));
        var expected = new OssAccessExtension { RoleArn = ownRole, AccountId = ownAccount };

        var found = await cloud.Service.GetAsync(OssCloud.Source, "report1");

        Assert.That(found, Is.EqualTo(cloud.Service.Normalize(OssRules.Plain.WithExtension(expected))));
        Assert.That(found.Extension<OssAccessExtension>(), Is.EqualTo(ownRole is null && ownAccount is null ? null : expected));
    }

    /// <summary>2^53 + 1, which no double holds, and more digits than any number type.</summary>
    [TestCase("9007199254740993")]
    [TestCase("99999999999999999999")]
    public void An_account_keeps_every_digit_as_a_text_and_as_a_number(string account)
    {
        const string ossutil =
            """
            { "Id": "r", "IsEnabled": true, "Schedule": { "Frequency": "Daily" }, "IncludedObjectVersions": "All",
              "Destination": { "OSSBucketDestination": { "Format": "CSV", "Bucket": "acs:oss:::destbucket", "AccountId": ACCOUNT } } }
            """;
        const string neutral =
            """{ "id": "r", "schedule": "Daily", "destination": { "bucket": "destbucket" }, "extensions": { "oss.access": { "accountId": ACCOUNT } } }""";

        foreach (var written in new[] { account, $"\"{account}\"" })
        {
            RuleDocument[] documents =
            [
                new OssutilJsonFormat().Read(ossutil.Replace("ACCOUNT", written, StringComparison.Ordinal)),
                new NeutralJsonFormat([new OssAccessDocument()]).Read(neutral.Replace("ACCOUNT", written, StringComparison.Ordinal)),
            ];

            foreach (var document in documents)
            {
                Assert.That(document.Rule.Extension<OssAccessExtension>()!.AccountId, Is.EqualTo(account), written);
                Assert.That(new OssXmlFormat().Write(document), Does.Contain($"<AccountId>{account}</AccountId>"), written);
            }
        }
    }

    [Test]
    public async Task A_rules_own_access_is_sent_and_the_options_supply_the_rest()
    {
        await using var cloud = await OssCloud.StartAsync();
        var rule = OssRules.Plain.WithExtension(new OssAccessExtension { RoleArn = OtherRole });

        _ = await cloud.Service.PutAsync(OssCloud.Source, rule);

        Assert.That(Leaves.Of(cloud.PutBodies().Single()), Does.Contain($"Destination/OSSBucketDestination/RoleArn = {OtherRole}")
            .And.Contain($"Destination/OSSBucketDestination/AccountId = {OssCloud.AccountId}"));
    }

    [Test]
    public async Task A_rule_that_says_what_the_options_say_is_the_rule_that_says_nothing()
    {
        await using var cloud = await OssCloud.StartAsync();
        var outspoken = OssRules.Plain.WithExtension(new OssAccessExtension { RoleArn = OssCloud.RoleArn, AccountId = OssCloud.AccountId });

        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain);
        var result = await cloud.Service.PutAsync(OssCloud.Source, outspoken);

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Unchanged));
    }

    [Test]
    public async Task Under_other_options_the_same_rule_carries_its_access_and_keeps_it_when_it_is_put_back()
    {
        await using var cloud = await OssCloud.StartAsync();
        var others = cloud.NewService(o => (o.DestinationRoleArn, o.DestinationAccountId) = (OtherRole, OtherAccount));
        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain);

        var seen = await others.GetAsync(OssCloud.Source, "report1");
        _ = await others.PutAsync(OssCloud.Source, seen with { IsEnabled = false });

        Assert.That(seen.Extension<OssAccessExtension>(), Is.EqualTo(new OssAccessExtension { RoleArn = OssCloud.RoleArn, AccountId = OssCloud.AccountId }));
        Assert.That(await cloud.Service.FindAsync(OssCloud.Source, "report1"), Is.EqualTo(OssRules.Plain with { IsEnabled = false }));
    }
}
