using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>A delete that loses its query on the way would delete the bucket: nothing is followed.</summary>
[TestFixture]
public sealed class RedirectTests
{
    [Test]
    public void A_handler_that_follows_redirects_is_refused()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = true };
        using var wrapped = new Wrapping { InnerHandler = handler };

        Assert.That(() => CannedOss.ServiceOver(wrapped), Throws.InstanceOf<InventoryException>()
            .With.Property("Kind").EqualTo(InventoryErrorKind.InvalidConfiguration).And.Message.Contains("AllowAutoRedirect"));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(307)]
    [TestCase(308)]
    public void A_redirect_is_an_error_and_is_not_followed(int status)
    {
        using var handler = new CannedHandler(new CannedAnswer(status, "", ("Location", "https://oss-cn-beijing.aliyuncs.com/examplebucket")));
        using var service = CannedOss.Service(handler);

        var failure = Assert.CatchAsync<InventoryException>(() => service.DeleteAsync(OssCloud.Source, "report1"));

        Assert.That(failure.HttpStatus, Is.EqualTo(status));
        Assert.That(failure.Message, Does.Contain("Redirects are not followed"));
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    private sealed class Wrapping : DelegatingHandler;
}
