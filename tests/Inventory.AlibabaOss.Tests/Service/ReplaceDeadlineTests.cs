using Inventory.AlibabaOss.Tests.Support;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>A put that hangs in the middle of a replacement.</summary>
[TestFixture]
public sealed class ReplaceDeadlineTests
{
    [Test]
    public async Task The_old_rule_is_back_the_cause_says_that_the_time_was_up_and_nobody_is_said_to_have_cancelled()
    {
        await using var cloud = await OssCloud.StartAsync();
        _ = await cloud.Service.PutAsync(OssCloud.Source, OssRules.Plain);
        var clock = new SkippingClock();
        var log = new RecordingLogger();
        using var handler = new Hanging(clock) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
        using var service = new OssInventoryService(cloud.Options(), handler: handler, time: clock, logger: log);

        var error = Assert.CatchAsync<InventoryException>(() =>
            service.PutAsync(OssCloud.Source, OssRules.Plain with { Schedule = InventorySchedule.Weekly }, new() { Mode = PutMode.ReplaceOnly }).Soon());

        Assert.That(await cloud.Service.FindAsync(OssCloud.Source, OssRules.Plain.Id), Is.EqualTo(cloud.Service.Normalize(OssRules.Plain)));
        Assert.That((error.Kind, error.Provider, error.RuleId), Is.EqualTo((InventoryErrorKind.Unavailable, "oss", OssRules.Plain.Id)));
        Assert.That(error.Message, Does.Contain("half of what was left of ReplaceDeadline (00:00:30).").And.Contain("got no answer in time"));
        Assert.That(error.Attempts, Is.EqualTo(2), "the attempt that timed out, and the one that the deadline ended");
        Assert.That(handler.Hung, Is.EqualTo(2));
        Assert.That(log.Lines, Has.Some.Contains("was cancelled (attempts: 2").And.None.Contains("caller"));
    }

    /// <summary>The service, but a put of a weekly rule is never answered.</summary>
    private sealed class Hanging(SkippingClock clock) : DelegatingHandler
    {
        public int Hung { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Put || !(await request.Content!.ReadAsStringAsync(cancellationToken)).Contains("Weekly", StringComparison.Ordinal))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            Hung++;
            for (var seconds = 0; !cancellationToken.IsCancellationRequested; seconds++)
            {
                Assert.That(seconds, Is.LessThan(3600), "nobody gives up waiting");
                clock.Advance(TimeSpan.FromSeconds(1));
            }

            throw new OperationCanceledException(cancellationToken);
        }
    }
}
