using System.Globalization;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>A bucket that is full.</summary>
[TestFixture]
public sealed class LimitTests
{
    [Test]
    public async Task One_rule_too_many_is_refused_and_the_others_stay()
    {
        await using var cloud = await OssCloud.StartAsync(new() { OssRuleLimit = 2 });
        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain with { Id = "a" });
        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain with { Id = "b" });

        var failure = Assert.CatchAsync<InventoryException>(() => cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain with { Id = "c" }));
        var replaced = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain with { Id = "b", IsEnabled = false });

        Assert.That((failure.Kind, failure.ServiceCode, failure.HttpStatus), Is.EqualTo((InventoryErrorKind.RuleLimitReached, "InventoryExceedLimit", 400)));
        Assert.That(replaced.Outcome, Is.EqualTo(PutOutcome.Replaced));
        Assert.That(string.Concat(cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source).Select(r => r.Id)), Is.EqualTo("ab"));
    }

    [TestCase(1000, InventoryErrorKind.RuleLimitReached)]
    [TestCase(999, InventoryErrorKind.InvalidRequest)]
    public async Task A_code_that_says_anything_is_settled_by_looking_whether_the_bucket_is_full(int rules, InventoryErrorKind kind)
    {
        await using var cloud = await OssCloud.StartAsync(new() { OssRuleLimit = rules });
        Enumerable.Range(0, rules).ToList().ForEach(i => cloud.Seed(OssRules.Xml(string.Create(CultureInfo.InvariantCulture, $"r{i}"))));
        using var handler = new Renaming("InventoryExceedLimit", "InvalidArgument") { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
        var service = cloud.NewService(handler: handler);

        var failure = Assert.CatchAsync<InventoryException>(() => service.PutAsync(OssCloud.Source, OssRules.Plain with { Id = "one too many" }));

        Assert.That((failure.Kind, failure.ServiceCode), Is.EqualTo((kind, "InvalidArgument")));
        Assert.That(failure.RequestId, Has.Length.EqualTo(24));
    }

    /// <summary>The service, but with another name for a code: a page says InvalidArgument for a full bucket.</summary>
    private sealed class Renaming(string code, string other) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                response.Content = new StringContent(body.Replace(code, other, StringComparison.Ordinal));
            }

            return response;
        }
    }
}
