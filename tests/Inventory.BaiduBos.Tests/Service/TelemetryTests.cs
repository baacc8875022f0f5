using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Inventory.BaiduBos.Tests.Service;

/// <summary>What an application sees of this adapter's calls: spans, measurements and the log.</summary>
[TestFixture]
public sealed class TelemetryTests
{
    [Test]
    public async Task A_put_is_one_span_with_its_server_its_last_answer_and_its_outcome()
    {
        await using var cloud = await EmulatedBos.StartAsync();
        using var recorder = new TelemetryRecorder("bos");

        var result = await cloud.Service.PutAsync(EmulatedBos.Source, Rules.Weekly());

        Assert.That(cloud.Requests.Select(r => r.Method), Is.EqualTo(["GET", "PUT"]));
        Assert.That(recorder.Span.OperationName, Is.EqualTo("inventory.put"));
        Assert.That(TelemetryRecorder.Attributes(recorder.Span), Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["inventory.bucket"] = EmulatedBos.Source,
            ["inventory.rule.id"] = "rule-1",
            ["inventory.put.mode"] = "CreateOrReplace",
            ["inventory.outcome"] = "Created",
            ["inventory.request_id"] = result.RequestId,
            ["http.response.status_code"] = 200,
            ["server.address"] = cloud.Emulator.BosEndpoint.Host,
            ["server.port"] = cloud.Emulator.BosEndpoint.Port,
        }));
        Assert.That(recorder.Measurements.Single().Tags, Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["inventory.operation"] = "put",
            ["inventory.provider"] = "bos",
            ["inventory.outcome"] = "Created",
        }));
    }

    [Test]
    public async Task A_rule_that_is_not_there_is_no_error()
    {
        await using var cloud = await EmulatedBos.StartAsync();
        using var recorder = new TelemetryRecorder("bos");

        _ = await cloud.Service.FindAsync(EmulatedBos.Source, "missing");

        Assert.That(recorder.Span.Status, Is.EqualTo(ActivityStatusCode.Unset));
        Assert.That(recorder.Span.GetTagItem("inventory.outcome"), Is.EqualTo("Missing"));
        Assert.That(recorder.Span.GetTagItem("http.response.status_code"), Is.EqualTo(404));
    }

    [Test]
    public async Task Neither_span_nor_log_holds_a_secret_that_the_service_repeats()
    {
        var body = $$"""{"code":"SignatureDoesNotMatch","message":"The key {{ScriptedBos.Secret}} with {{ScriptedBos.Token}} is wrong.","requestId":"{{ScriptedBos.Token}}"}""";
        var logger = new RecordingLogger(LogLevel.Information);
        using var handler = new ScriptedHandler(ScriptedHandler.Answer(403, body));
        using var service = new BosInventoryService(ScriptedBos.Options(), handler: handler, logger: logger);
        using var recorder = new TelemetryRecorder("bos");

        _ = await Caught.ByAsync(() => service.DeleteAsync(ScriptedBos.Source, "rule-1"));

        var told = $"{recorder.Span.StatusDescription} {string.Join(' ', recorder.Span.TagObjects)} {logger.Lines.Single()}";
        Assert.That(recorder.Span.GetTagItem("error.type"), Is.EqualTo("AuthenticationFailed"));
        Assert.That(told, Does.Contain("(secret)").And.Not.Contain(ScriptedBos.Secret).And.Not.Contain(ScriptedBos.Token));
    }

    [Test]
    public async Task A_logger_hears_of_accepted_changes_with_their_rule_and_of_writes()
    {
        await using var cloud = await EmulatedBos.StartAsync();
        var options = cloud.Options();
        options.Accept.Add("schedule=Weekly");
        var logger = new RecordingLogger(LogLevel.Information);
        using var service = new BosInventoryService(options, logger: logger);

        _ = await service.PutAsync(EmulatedBos.Source, Rules.Weekly() with { Schedule = InventorySchedule.Daily });

        Assert.That(logger.Lines, Has.Count.EqualTo(2));
        Assert.That(logger.Lines[0], Does.StartWith($"Warning 5 bos: Schedule of inventory rule rule-1 of bucket {EmulatedBos.Source}"));
        Assert.That(logger.Lines[1], Does.StartWith($"Information 2 bos answered 200 to PUT of inventory rule rule-1 of bucket {EmulatedBos.Source}"));
    }
}
