namespace Inventory.BaiduBos.Tests.Service;

/// <summary>Every code of the contract's table, with the status that it comes with.</summary>
[TestFixture]
public sealed class ErrorCodeTests
{
    [TestCase("NoSuchBucket", 404, InventoryErrorKind.BucketNotFound)]
    [TestCase("AccessDenied", 403, InventoryErrorKind.AccessDenied)]
    [TestCase("AccountOverdue", 403, InventoryErrorKind.AccessDenied)]
    [TestCase("OptInRequired", 403, InventoryErrorKind.AccessDenied)]
    [TestCase("InvalidAccessKeyId", 403, InventoryErrorKind.AuthenticationFailed)]
    [TestCase("SignatureDoesNotMatch", 403, InventoryErrorKind.AuthenticationFailed)]
    [TestCase("RequestTimeTooSkewed", 403, InventoryErrorKind.AuthenticationFailed)]
    [TestCase("RequestExpired", 400, InventoryErrorKind.AuthenticationFailed)]
    [TestCase("InvalidSessionToken", 400, InventoryErrorKind.AuthenticationFailed)]
    [TestCase("InvalidHTTPAuthHeader", 400, InventoryErrorKind.AuthenticationFailed)]
    [TestCase("InvalidHTTPRequest", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("InvalidURI", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("InvalidArgument", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("InappropriateJSON", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("MalformedJSON", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("InvalidBucketName", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("BadDigest", 400, InventoryErrorKind.InvalidRequest)]
    [TestCase("MissingContentLength", 411, InventoryErrorKind.InvalidRequest)]
    [TestCase("MethodNotAllowed", 405, InventoryErrorKind.InvalidRequest)]
    [TestCase("PreconditionFailed", 412, InventoryErrorKind.InvalidRequest)]
    [TestCase("NotImplemented", 501, InventoryErrorKind.InvalidRequest)]
    [TestCase("RequestRateLimitExceeded", 429, InventoryErrorKind.Throttled)]
    [TestCase("SlowDown", 503, InventoryErrorKind.Throttled)]
    [TestCase("ServiceUnavailable", 503, InventoryErrorKind.Unavailable)]
    [TestCase("InternalError", 500, InventoryErrorKind.Unavailable)]
    [TestCase("Http400", 400, InventoryErrorKind.Unavailable)]
    public async Task A_code_decides_the_kind(string code, int status, InventoryErrorKind kind)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(status, Body(code))));

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That((error.Kind, error.ServiceCode, error.HttpStatus, error.RequestId), Is.EqualTo((kind, code, status, "4db2b34d-654d-4d8a-b49b-3049ca786409")));
        Assert.That(error.IsServiceCodeKnown, Is.EqualTo(code != "InvalidArgument"));
    }

    [TestCase(400, InventoryErrorKind.InvalidRequest)]
    [TestCase(403, InventoryErrorKind.AccessDenied)]
    [TestCase(404, InventoryErrorKind.Unexpected)]
    [TestCase(409, InventoryErrorKind.Conflict)]
    [TestCase(500, InventoryErrorKind.Unavailable)]
    public async Task A_code_that_nobody_knows_is_kept_and_the_status_decides(int status, InventoryErrorKind kind)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(status, Body("BrandNew"))));

        var error = await Caught.ByAsync(() => service.DeleteAsync(ScriptedBos.Source, "a"));

        Assert.That((error.Kind, error.ServiceCode, error.IsServiceCodeKnown), Is.EqualTo((kind, "BrandNew", false)));
    }

    [TestCase("", TestName = "An_error_without_a_body_keeps_the_headers_ids")]
    [TestCase("<html>Bad gateway</html>", TestName = "An_error_of_a_proxy_keeps_the_headers_ids")]
    public async Task An_error_that_is_no_document_keeps_the_headers_ids(string body)
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(403, body, ("x-bce-request-id", "from-header"), ("x-bce-debug-id", "debug"))));

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That((error.Kind, error.ServiceCode, error.RequestId, error.Diagnostics["x-bce-debug-id"]), Is.EqualTo((InventoryErrorKind.AccessDenied, (string?)null, "from-header", "debug")));
    }

    [Test]
    public async Task A_denial_for_too_high_a_rate_is_throttling_and_is_tried_again()
    {
        var options = ScriptedBos.Options();
        options.Transport = new() { MaxAttempts = 3 };
        var handler = new ScriptedHandler(ScriptedHandler.Answer(403, """{"code":"AccessDenied","message":"Access Denied: the Request Rate is too high."}"""));
        using var service = ScriptedBos.Service(handler, options, new ImpatientTime());

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That((error.Kind, error.IsTransient, error.Attempts, handler.Sent.Count), Is.EqualTo((InventoryErrorKind.Throttled, true, 3, 3)));
    }

    [Test]
    public async Task Any_other_denial_is_final()
    {
        var options = ScriptedBos.Options();
        options.Transport = new() { MaxAttempts = 3 };
        var handler = new ScriptedHandler(ScriptedHandler.Answer(403, Body("AccessDenied")));
        using var service = ScriptedBos.Service(handler, options, new ImpatientTime());

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That((error.Kind, handler.Sent.Count), Is.EqualTo((InventoryErrorKind.AccessDenied, 1)));
    }

    // The leading space is the vendor's own sample.
    private static string Body(string code) => $$"""{"code":"{{code}}","message":"what the service says","requestId":" 4db2b34d-654d-4d8a-b49b-3049ca786409"}""";
}
