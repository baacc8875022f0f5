using System.Globalization;
using System.Net;
using System.Text;
using Inventory.AlibabaOss.Tests.Support;
using Inventory.Emulator;
using Inventory.Tests.Faults;

namespace Inventory.AlibabaOss.Tests.Service;

/// <summary>The script on the client's side under an adapter: what it does to requests reaches the code that deals with it.</summary>
[TestFixture]
public sealed class ScriptedFaultTests
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    [TestCase("503,code=SlowDown", 1)]
    [TestCase("429,retry-after=1", 1)]
    [TestCase("500-after", 2, Description = "the second put finds what the first one left, and a look settles whose it is")]
    [TestCase("reset", 1)]
    [TestCase("reset-after", 2)]
    [TestCase("truncate", 2)]
    [TestCase("delay:1h", 1, Description = "the time of the attempt runs out")]
    [TestCase("delay-after:1h", 2)]
    [TestCase("expired-token", 1)]
    [TestCase("clock:+10m", 1)]
    public async Task A_rule_is_created_whatever_the_script_does_to_the_first_put(string fault, int arrived)
    {
        await using var cloud = await OssCloud.StartAsync(new() { Credentials = MatrixCredentials.Known });
        var time = new SkippingClock();
        var waits = new HoldingClock { OnHold = _ => time.Advance(AttemptTimeout) };
        using var handler = new ScriptedFaultHandler(
            new([FaultRule.Parse($"*:put:1={fault}") with { Wire = "mine" }]), "mine", (what, _) => Answer(what), new SocketsHttpHandler { AllowAutoRedirect = false }, waits);
        var service = OssMatrixCloud.Instance.Connect(
            cloud.Emulator, new MatrixCredentials(1), handler, time, new() { BaseDelay = TimeSpan.FromMilliseconds(1), AttemptTimeout = AttemptTimeout });
        using var end = service as IDisposable;

        var result = await service.PutAsync(OssCloud.Source, OssRules.Plain, new() { Mode = PutMode.CreateOnly }).Soon();

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(cloud.Requests.Count(r => r.Method == "PUT"), Is.EqualTo(arrived));
        Assert.That(time.Waits.Contains(TimeSpan.FromSeconds(1)), Is.EqualTo(fault.Contains("retry-after", StringComparison.Ordinal)));
        Assert.That(cloud.Emulator.StoredRules(EmulatorWire.Oss, OssCloud.Source), Has.Count.EqualTo(1));
    }

    /// <summary>What OSS says to each.</summary>
    private static HttpResponseMessage Answer(EmulatorFault fault)
    {
        var (status, code) = fault.Kind switch
        {
            EmulatorFaultKind.ExpiredToken => (403, "SecurityTokenExpired"),
            EmulatorFaultKind.SkewedClock => (403, "RequestTimeTooSkewed"),
            _ => (fault.StatusCode!.Value, fault.ErrorCode ?? "InternalError"),
        };
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(CannedAnswer.Error(status, code).Body)) };
        _ = answer.Headers.TryAddWithoutValidation("Date", (TimeProvider.System.GetUtcNow() + fault.Duration).ToString("r", CultureInfo.InvariantCulture));
        return answer;
    }
}
