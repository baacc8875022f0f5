using Inventory.AlibabaOss.Tests.Support;
using Inventory.Http;

namespace Inventory.AlibabaOss.Tests.Credentials;

/// <summary>Where a service takes its credentials from, as it shows in what is sent.</summary>
[TestFixture]
public sealed class SourceTests
{
    private readonly Dictionary<string, string> _variables = [];

    [SetUp]
    public void Forget() => _variables.Clear();

    [Test]
    public async Task The_environment_gives_a_key_where_nothing_else_does()
    {
        Set(("OSS_ACCESS_KEY_ID", "from-environment"), ("OSS_ACCESS_KEY_SECRET", "secret"));

        var sent = await SendAsync();

        Assert.That(sent.Headers["Authorization"], Does.Contain("Credential=from-environment/"));
        Assert.That(sent.Headers, Does.Not.ContainKey("x-oss-security-token"));
    }

    [Test]
    public async Task And_the_token_of_a_temporary_one()
    {
        Set(("OSS_ACCESS_KEY_ID", "from-environment"), ("OSS_ACCESS_KEY_SECRET", "secret"), ("OSS_SESSION_TOKEN", "to/ken="));

        var sent = await SendAsync();

        Assert.That(sent.Headers["x-oss-security-token"], Is.EqualTo("to/ken="));
    }

    [Test]
    public async Task A_key_in_the_options_comes_before_the_environment_and_takes_no_token_from_there()
    {
        Set(("OSS_ACCESS_KEY_ID", "from-environment"), ("OSS_ACCESS_KEY_SECRET", "secret"), ("OSS_SESSION_TOKEN", "token"));

        var sent = await SendAsync(o => (o.AccessKeyId, o.AccessKeySecret) = ("from-options", "secret"));

        Assert.That(sent.Headers["Authorization"], Does.Contain("Credential=from-options/"));
        Assert.That(sent.Headers, Does.Not.ContainKey("x-oss-security-token"));
    }

    [Test]
    public async Task A_provider_comes_before_the_key_and_the_role()
    {
        var provider = new StaticCredentials(new("from-provider", "secret"));

        var besideKey = await SendAsync(o => (o.AccessKeyId, o.AccessKeySecret) = ("from-options", "secret"), provider);
        var besideRole = await SendAsync(o => o.UseEcsRamRole = true, provider);

        Assert.That(besideKey.Headers["Authorization"], Does.Contain("Credential=from-provider/"));
        Assert.That(besideRole.Headers["Authorization"], Does.Contain("Credential=from-provider/"));
    }

    [Test]
    public async Task The_role_of_the_instance_comes_before_the_environment_once_it_is_switched_on()
    {
        Set(("OSS_ACCESS_KEY_ID", "from-environment"), ("OSS_ACCESS_KEY_SECRET", "secret"));
        using var metadata = new CannedHandler(new CannedAnswer(404), new CannedAnswer(200, Ecs.Key("2099-01-01T00:00:00Z")));

        var sent = await SendAsync(o => (o.UseEcsRamRole, o.EcsRamRoleName, o.EcsMetadataHandler) = (true, "inventory-role", metadata));

        Assert.That(sent.Headers["Authorization"], Does.Contain($"Credential={Ecs.Id}/"));
        Assert.That(sent.Headers["x-oss-security-token"], Is.EqualTo(Ecs.Token));
        Assert.That(metadata.Requests[^1].SentUri, Does.EndWith("/inventory-role"));
    }

    [Test]
    public async Task An_empty_name_of_a_role_is_none_and_the_instance_is_asked()
    {
        using var metadata = new CannedHandler(new(404), new(200, "inventory-role"), new(200, Ecs.Key("2099-01-01T00:00:00Z")));

        _ = await SendAsync(o => (o.UseEcsRamRole, o.EcsRamRoleName, o.EcsMetadataHandler) = (true, "", metadata));

        Assert.That(metadata.Requests[1].SentUri, Does.EndWith("/security-credentials/"));
    }

    [Test]
    public void Nothing_anywhere_names_every_place() =>
        Assert.That(Problems(), Is.EqualTo(
        [
            "AccessKeyId and AccessKeySecret: they are missing. Give both, or a credentials provider, or set UseEcsRamRole, "
            + "or the environment variables OSS_ACCESS_KEY_ID and OSS_ACCESS_KEY_SECRET.",
        ]));

    [Test]
    public void Half_a_key_in_the_environment_is_named()
    {
        Set(("OSS_ACCESS_KEY_ID", "from-environment"));

        Assert.That(Problems(), Is.EqualTo(
            ["OSS_ACCESS_KEY_ID and OSS_ACCESS_KEY_SECRET: of these environment variables one is set and the other is not. Set both, or neither."]));
    }

    [Test]
    public void A_key_and_the_role_at_once_are_named() =>
        Assert.That(Problems(o => (o.AccessKeyId, o.AccessKeySecret, o.UseEcsRamRole) = ("id", "secret", true)), Is.EqualTo(
            ["AccessKeyId and AccessKeySecret, and UseEcsRamRole: both say where credentials come from. Give the key, or set UseEcsRamRole."]));

    [Test]
    public void A_name_of_a_role_that_is_not_used_is_named() =>
        Assert.That(Problems(o => (o.AccessKeyId, o.AccessKeySecret, o.EcsRamRoleName) = ("id", "secret", "inventory-role")), Is.EqualTo(
            ["EcsRamRoleName: it is given, and UseEcsRamRole is not true. Set that, or leave the name out."]));

    [TestCase("..")]
    [TestCase("role/other")]
    [TestCase("role?x")]
    [TestCase("acs:ram::100000000000000:role/inventory")]
    [TestCase("role\n")]
    [TestCase("role@example")]
    public void A_name_that_is_no_role_s_is_named(string name)
    {
        var problems = Problems(o => (o.UseEcsRamRole, o.EcsRamRoleName) = (true, name));

        Assert.That(problems.Single(), Does.StartWith("EcsRamRoleName: ").And.Contains(" is not a role's name: 1 to 64 letters, digits, periods, hyphens and underscores."));
        Assert.That(() => new EcsRamRoleCredentials(name), Throws.ArgumentException);
    }

    private void Set(params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _variables[name] = value;
        }
    }

    private OssOptions Options(Action<OssOptions>? change)
    {
        var options = new OssOptions { Region = "cn-hangzhou", ReadVariable = _variables.GetValueOrDefault };
        change?.Invoke(options);
        return options;
    }

    private async Task<CannedRequest> SendAsync(Action<OssOptions>? change = null, ICredentialsProvider? provider = null)
    {
        using var handler = new CannedHandler(CannedAnswer.NoSuchInventory);
        using var service = new OssInventoryService(Options(change), provider, handler);
        _ = await service.FindAsync(OssCloud.Source, "report1");
        return handler.Requests.Single();
    }

    private IEnumerable<string> Problems(Action<OssOptions>? change = null)
    {
        var error = Assert.Catch<InventoryException>(() => new OssInventoryService(Options(change)).Dispose());
        return error!.Message.Split("\n  ").Skip(1);
    }
}
