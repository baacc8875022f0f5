using System.Collections.Concurrent;
using System.Diagnostics;
using Inventory.AlibabaOss.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>What an application sees of this adapter's calls: spans, measurements and the log.</summary>
[TestFixture]
public sealed class TelemetryTests
{
    [Test]
    public async Task A_replacement_is_one_span_with_the_server_the_last_answer_and_the_put_that_was_sent_twice()
    {
        await using var cloud = await OssCloud.StartAsync();
        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain);
        using var network = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var caller = new CancellationTokenSource();
        using var faults = new FaultHandler(network, new Dictionary<int, Fault> { [1] = Fault.FailsUndone }, caller);
        using var current = new CurrentHandler(faults);
        using var recorder = new TelemetryRecorder("oss");

        var result = await cloud.NewService(handler: current).PutAsync(OssCloud.Source, OssRules.Plain with { Schedule = InventorySchedule.Weekly });

        var span = recorder.Span;
        Assert.That(current.Seen, Has.Count.EqualTo(5).And.All.SameAs(span));
        Assert.That(span.OperationName, Is.EqualTo("inventory.put"));
        Assert.That(span.Events.Select(e => e.Name), Is.EqualTo(["inventory.retry"]));
        Assert.That(TelemetryRecorder.Attributes(span), Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["inventory.bucket"] = OssCloud.Source,
            ["inventory.rule.id"] = "report1",
            ["inventory.put.mode"] = "CreateOrReplace",
            ["inventory.outcome"] = "Replaced",
            ["inventory.request_id"] = result.RequestId,
            ["inventory.retry.count"] = 1,
            ["http.response.status_code"] = 200,
            ["server.address"] = cloud.Emulator.OssEndpoint.Host,
            ["server.port"] = cloud.Emulator.OssEndpoint.Port,
        }));
        Assert.That(recorder.Measurements.Select(m => m.Instrument), Is.EqualTo(["inventory.client.retries", "inventory.client.operation.duration"]));
    }

    [Test]
    public async Task An_account_of_its_own_name_is_measured_by_its_provider()
    {
        await using var cloud = await OssCloud.StartAsync();
        using var network = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var caller = new CancellationTokenSource();
        using var faults = new FaultHandler(network, new Dictionary<int, Fault> { [0] = Fault.FailsUndone }, caller);
        using var recorder = new TelemetryRecorder("oss");

        _ = await cloud.NewService(o => o.Name = "account", faults).FindAsync(OssCloud.Source, "report1");

        Assert.That(recorder.Measurements.Select(m => m.Instrument), Is.EqualTo(["inventory.client.retries", "inventory.client.operation.duration"]));
        Assert.That(recorder.Span.GetTagItem("inventory.name"), Is.EqualTo("account"));
    }

    [Test]
    public async Task The_spans_that_the_runtime_makes_of_a_lists_requests_all_stand_below_its_own()
    {
        await using var cloud = await OssCloud.StartAsync(new() { OssPageSize = 2 });
        foreach (var id in new[] { "a", "b", "c", "d", "e" })
        {
            cloud.Seed(OssRules.Xml(id));
        }

        ConcurrentQueue<Activity> requests = [];
        using var http = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = requests.Enqueue,
        };
        ActivitySource.AddActivityListener(http);
        using var recorder = new TelemetryRecorder("oss");

        var count = await cloud.Service.ListAsync(OssCloud.Source).CountAsync();

        Assert.That(count, Is.EqualTo(5));
        Assert.That(requests.Where(r => r.ParentSpanId == recorder.Span.SpanId).Select(r => r.GetTagItem("http.response.status_code")), Is.EqualTo([200, 200, 200]));
        Assert.That(recorder.Span.GetTagItem("inventory.list.returned_rules"), Is.EqualTo(5));
    }

    [Test]
    public void A_refusal_is_an_error_with_its_code_and_no_secret()
    {
        const string secret = "key-secret-0123456789";
        using var handler = new CannedHandler(CannedAnswer.Error(403, "AccessDenied", $"You signed with {secret}."));
        using var service = CannedOss.Service(handler);
        using var recorder = new TelemetryRecorder("oss");

        _ = Assert.CatchAsync<InventoryException>(() => service.FindAsync(OssCloud.Source, "report1"));

        var span = recorder.Span;
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(span.GetTagItem("error.type"), Is.EqualTo("AccessDenied"));
        Assert.That(span.GetTagItem("http.response.status_code"), Is.EqualTo(403));
        Assert.That(span.GetTagItem("inventory.service_code"), Is.EqualTo("AccessDenied"));
        Assert.That(span.GetTagItem("inventory.request_id"), Is.EqualTo(CannedAnswer.RequestId));
        Assert.That($"{span.StatusDescription} {string.Join(' ', span.TagObjects)}", Does.Contain("(secret)").And.Not.Contain(secret));
    }

    [Test]
    public async Task A_logger_hears_of_requests_and_of_accepted_changes_with_their_rule()
    {
        await using var cloud = await OssCloud.StartAsync();
        var options = cloud.Options();
        options.Accept.Add("drop=Filter.StorageClasses");
        options.Accept.Add($"destination.bucket={OssCloud.Destination}");
        var logger = new RecordingLogger(LogLevel.Information);
        using var service = new OssInventoryService(options, logger: logger);

        _ = await service.PutAsync(OssCloud.Source, OssRules.Plain with { Destination = new() { Bucket = "elsewhere" } });

        Assert.That(logger.Lines, Has.Count.EqualTo(2));
        Assert.That(logger.Lines[0], Does.StartWith("Warning 5 oss: Destination.Bucket of inventory rule report1 of bucket " + OssCloud.Source));
        Assert.That(logger.Lines[1], Does.StartWith("Information 2 oss answered 200 to PUT of inventory rule report1 of bucket " + OssCloud.Source));
    }

    /// <summary>Notes the span that is current at each request.</summary>
    private sealed class CurrentHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<Activity?> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(Activity.Current);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
