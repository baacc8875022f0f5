using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>Errors of OSS in an answer whose status says success.</summary>
[TestFixture]
public sealed class HiddenErrorTests
{
    private const string Ec = "<EC>0003-00000001</EC>";

    [TestCase("<Error><Code>AccessDenied</Code><Message>No.</Message>" + Ec + "</Error>", "AccessDenied", "No.")]
    [TestCase("<Error>" + Ec + "</Error>", null, null)]
    public void They_are_no_success_of_any_operation_and_told_with_all_that_they_say(string body, string? code, string? message)
    {
        foreach (var call in Operations())
        {
            using var handler = new CannedHandler(new CannedAnswer(200, body));
            using var service = CannedOss.Service(handler);

            var failure = Assert.CatchAsync<InventoryException>(() => call(service));

            Assert.That(
                (failure.Kind, failure.HttpStatus, failure.ServiceCode, failure.ServiceMessage, failure.RequestId, failure.Diagnostics["x-oss-ec"]),
                Is.EqualTo((InventoryErrorKind.MalformedResponse, 200, code, message, CannedAnswer.RequestId, "0003-00000001")));
            Assert.That(handler.Requests, Has.Count.EqualTo(1));
        }
    }

    private static IEnumerable<Func<OssInventoryService, Task>> Operations() =>
    [
        service => service.PutAsync(OssCloud.Source, OssRules.Plain),
        service => service.PutAsync(OssCloud.Source, OssRules.Plain, new() { Mode = PutMode.CreateOnly }),
        service => service.FindAsync(OssCloud.Source, "report1"),
        service => service.ListAsync(OssCloud.Source).ToListAsync().AsTask(),
        service => service.DeleteAsync(OssCloud.Source, "report1"),
    ];
}
