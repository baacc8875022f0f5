using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>No secret is in anything that is printed.</summary>
[TestFixture]
public sealed class SecretTests
{
    private const string Secret = "key-secret-0123456789";
    private const string Token = "session-token-abcdef";

    [Test]
    public void No_exception_holds_a_secret_not_even_one_that_the_service_repeats()
    {
        CannedAnswer[] answers =
        [
            CannedAnswer.Error(403, "SignatureDoesNotMatch", $"You signed with {Secret} and {Token}."),
            CannedAnswer.Error(400, "InvalidArgument", $"{Token}"),
            new(200, $"<{Secret}>"),
            new(200, $"<InventoryConfiguration><Id>{Secret}</Id></InventoryConfiguration>"),
            new(500, $"{Secret}"),
            new(302, "", ("Location", $"https://elsewhere.example/?security-token={Token}")),
        ];

        foreach (var answer in answers)
        {
            using var handler = new CannedHandler(answer);
            using var service = CannedOss.Service(handler, o => (o.AccessKeySecret, o.SecurityToken) = (Secret, Token));
            var failure = Assert.CatchAsync<InventoryException>(() => service.FindAsync(OssCloud.Source, "report1"));

            Assert.That($"{failure} {failure.ServiceMessage} {string.Join(' ', failure.Diagnostics)}", Does.Not.Contain(Secret).And.Not.Contain(Token), answer.Body);
        }
    }

    [Test]
    public async Task A_connection_that_fails_and_a_refusal_of_the_key_hold_no_secret()
    {
        await using var cloud = await OssCloud.StartAsync();
        var wrong = cloud.NewService(o => (o.AccessKeySecret, o.SecurityToken) = (Secret, Token));
        using var dead = new DeadHandler(Secret);
        using var unreachable = CannedOss.ServiceOver(dead, o => (o.AccessKeySecret, o.SecurityToken) = (Secret, Token));

        var refused = Assert.CatchAsync<InventoryException>(() => wrong.PutAsync(OssCloud.Source, OssRules.Plain));
        var failed = Assert.CatchAsync<InventoryException>(() => unreachable.PutAsync(OssCloud.Source, OssRules.Plain));

        Assert.That($"{refused}", Does.Not.Contain(Secret).And.Not.Contain(Token));
        Assert.That(failed.Message, Does.Not.Contain(Secret).And.Not.Contain(Token));
        Assert.That(failed.Kind, Is.EqualTo(InventoryErrorKind.Unavailable));
    }

    [Test]
    public void The_options_and_their_problems_hold_no_secret()
    {
        var options = new OssOptions { AccessKeySecret = Secret, SecurityToken = Token, Region = "?" };

        var failure = Assert.Catch<InventoryException>(() => new OssInventoryService(options));

        Assert.That($"{failure} {options}", Does.Not.Contain(Secret).And.Not.Contain(Token));
    }

    private sealed class DeadHandler(string secret) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException($"no route for {secret}");
    }
}
