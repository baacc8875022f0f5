using Inventory.Emulator;
using Inventory.Http;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>Where a service takes its credentials from: a server that knows one key tells which it was.</summary>
[TestFixture]
public sealed class CredentialsTests
{
    [Test]
    public async Task The_vendors_own_variables_come_first_and_are_taken_whole()
    {
        await AssertSendsAsync(new("bce", "bce-secret"), null, null, new()
        {
            ["BCE_ACCESS_KEY_ID"] = "bce",
            ["BCE_SECRET_ACCESS_KEY"] = "bce-secret",
            ["BAIDUCLOUD_ACCESS_KEY"] = "terraform",
            ["BAIDUCLOUD_SECRET_KEY"] = "terraform-secret",
            ["BAIDUCLOUD_SESSION_TOKEN"] = "terraform-token",
        });
    }

    [Test]
    public async Task A_temporary_key_has_its_token_in_a_variable_of_its_own_set() =>
        await AssertSendsAsync(new("bce", "bce-secret", "to/ken="), null, null, new()
        {
            ["BCE_ACCESS_KEY_ID"] = "bce",
            ["BCE_SECRET_ACCESS_KEY"] = "bce-secret",
            ["BCE_STS_TOKEN"] = "to/ken=",
        });

    [Test]
    public async Task Those_that_Terraform_reads_come_second() =>
        await AssertSendsAsync(new("terraform", "terraform-secret", "terraform-token"), null, null, new()
        {
            ["BCE_STS_TOKEN"] = "left over",
            ["BAIDUCLOUD_ACCESS_KEY"] = "terraform",
            ["BAIDUCLOUD_SECRET_KEY"] = "terraform-secret",
            ["BAIDUCLOUD_SESSION_TOKEN"] = "terraform-token",
        });

    [Test]
    public async Task A_key_in_the_options_comes_before_them() =>
        await AssertSendsAsync(
            new("options", "options-secret"),
            o => (o.AccessKeyId, o.SecretAccessKey) = ("options", "options-secret"),
            null,
            new() { ["BCE_ACCESS_KEY_ID"] = "bce", ["BCE_SECRET_ACCESS_KEY"] = "bce-secret", ["BCE_STS_TOKEN"] = "token" });

    [Test]
    public async Task A_provider_comes_before_that() =>
        await AssertSendsAsync(
            new("provider", "provider-secret"),
            o => (o.AccessKeyId, o.SecretAccessKey) = ("options", "options-secret"),
            new StaticCredentials(new("provider", "provider-secret")),
            []);

    [Test]
    public void Nothing_anywhere_names_every_place() =>
        Assert.That(Problems([]), Is.EqualTo(
        [
            "AccessKeyId and SecretAccessKey: they are missing. Give both, or a credentials provider, "
            + "or the environment variables BCE_ACCESS_KEY_ID and BCE_SECRET_ACCESS_KEY (or BAIDUCLOUD_ACCESS_KEY and BAIDUCLOUD_SECRET_KEY).",
        ]));

    [Test]
    public void Two_halves_of_two_sets_are_no_key() =>
        Assert.That(Problems(new() { ["BCE_ACCESS_KEY_ID"] = "bce", ["BAIDUCLOUD_SECRET_KEY"] = "hidden-value" }), Is.EqualTo(
            ["BCE_ACCESS_KEY_ID and BCE_SECRET_ACCESS_KEY: of these environment variables one is set and the other is not. Set both, or neither."]));

    [Test]
    public void Half_of_the_second_set_is_named() =>
        Assert.That(Problems(new() { ["BAIDUCLOUD_SECRET_KEY"] = "hidden-value" }), Is.EqualTo(
            ["BAIDUCLOUD_ACCESS_KEY and BAIDUCLOUD_SECRET_KEY: of these environment variables one is set and the other is not. Set both, or neither."]));

    [Test]
    public async Task Temporary_credentials_of_a_delegate_are_sent_and_the_next_attempt_has_the_next_ones()
    {
        var fetched = 0;
        var provider = new RefreshingCredentials(_ => new(new CloudCredentials($"key-{++fetched}", "delegated-secret", $"token-{fetched}")));
        var handler = new ScriptedHandler(ScriptedHandler.Answer(503), ScriptedHandler.Answer(200));
        using var signatures = new SignatureLog(handler);
        using var service = new BosInventoryService(new() { Region = "bj" }, provider, signatures, new ImpatientTime());

        _ = await service.AllAsync(ScriptedBos.Source);

        Assert.That(signatures.Seen, Is.EqualTo((string[])["bce-auth-v1/key-1/ with token-1", "bce-auth-v1/key-2/ with token-2"]));
    }

    private static async Task AssertSendsAsync(EmulatorCredential known, Action<BosOptions>? change, ICredentialsProvider? provider, Dictionary<string, string> variables)
    {
        await using var bos = await EmulatedBos.StartAsync(new() { Credentials = [known] });
        var options = new BosOptions { Endpoint = bos.Emulator.BosEndpoint.OriginalString, ReadVariable = variables.GetValueOrDefault };
        change?.Invoke(options);
        using var service = new BosInventoryService(options, provider);

        var result = await service.PutAsync(EmulatedBos.Source, Rules.Weekly());

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(bos.Requests[0].Header("x-bce-security-token"), Is.EqualTo(known.SessionToken));
    }

    private static IEnumerable<string> Problems(Dictionary<string, string> variables)
    {
        var options = new BosOptions { Region = "bj", ReadVariable = variables.GetValueOrDefault };
        var error = Assert.Catch<InventoryException>(() => new BosInventoryService(options).Dispose());
        return error!.Message.Split("\n  ").Skip(1);
    }

    /// <summary>Keeps who signed each request.</summary>
    private sealed class SignatureLog(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<string> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var signature = request.Headers.NonValidated["Authorization"].ToString();
            Seen.Add($"{string.Join('/', signature.Split('/').Take(2))}/ with {request.Headers.NonValidated["x-bce-security-token"]}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
