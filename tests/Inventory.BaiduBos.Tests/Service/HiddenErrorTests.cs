namespace Inventory.BaiduBos.Tests.Service;

/// <summary>Errors of BOS in an answer whose status says success.</summary>
[TestFixture]
public sealed class HiddenErrorTests
{
    [TestCase("""{"code":"AccessDenied","message":"No.","requestId":"B-1"}""", "AccessDenied", "No.")]
    [TestCase("""{"message":"No.","requestId":"B-1"}""", null, "No.")]
    public async Task They_are_no_success_and_told_with_all_that_they_say(string body, string? code, string? message)
    {
        foreach (var header in new[] { "H-1", null })
        {
            using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body, header is null ? ScriptedHandler.NoRequestId : ("x-bce-request-id", header))));

            InventoryException[] failures =
            [
                await Caught.ByAsync(() => service.DeleteAsync(ScriptedBos.Source, "a")),
                await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a")),
            ];

            Assert.That(
                failures.Select(f => (f.Kind, f.HttpStatus, f.ServiceCode, f.ServiceMessage, f.RequestId)),
                Is.All.EqualTo((InventoryErrorKind.MalformedResponse, 200, code, message, header ?? "B-1")));
        }
    }

    [Test]
    public async Task A_list_tells_the_code_too()
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, """{"code":"AccessDenied","message":"No.","requestId":"B-1"}""", ScriptedHandler.NoRequestId)));

        var failure = await Caught.ByAsync(() => service.AllAsync(ScriptedBos.Source));

        Assert.That((failure.Kind, failure.ServiceCode, failure.RequestId), Is.EqualTo((InventoryErrorKind.MalformedResponse, "AccessDenied", "B-1")));
    }
}
