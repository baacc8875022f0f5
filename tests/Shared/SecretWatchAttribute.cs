using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;

[assembly: Inventory.Tests.SecretWatch]

namespace Inventory.Tests;

/// <summary>
/// Reads along with the whole test run: every exception that the library throws, every activity, every log line. A secret, a token or a signature in one of them
/// fails the test that is running.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed partial class SecretWatchAttribute : Attribute, ITestAction
{
    /// <summary>The secrets and tokens that tests use, all of them invented.</summary>
    private static readonly string[] Secrets =
    [
        "emulator-secret-0123456789abcdef", "key-secret-0123456789", "session-token-abcdef", "scripted-secret-0123456789", "scripted-token-0123456789",
        "sEcReT/of+the=key", "tOkEn/of+the=session", "watched-secret-of-a-test", "watched-token-of-a-test",
        "ecs-secret-0123456789", "ecs-token-abcdef/+=", "delegated-secret", "not-the-secret", "temporary-secret", "provider-secret", "options-secret",
        "terraform-secret", "terraform-token", "bce-secret", "hunter2",
    ];

    private static readonly ConcurrentQueue<string> Findings = new();
    private static LogListener? _logs;
    private static int _seen;
    private static int _logLines;

    [ThreadStatic]
    private static bool _isLooking;

    static SecretWatchAttribute()
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => Look(thrown);
        ActivitySource.AddActivityListener(new()
        {
            ShouldListenTo = source => source.Name.StartsWith("Inventory", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => See($"activity {activity.OperationName}", Text(activity)),
        });
        _logs = new();
    }

    public ActionTargets Targets => ActionTargets.Test;

    /// <summary>How many texts have been looked at.</summary>
    public static int Seen => _seen;

    /// <summary>How many lines of a host's log were among them.</summary>
    public static int LogLines => _logLines;

    public void BeforeTest(ITest test)
    {
    }

    public void AfterTest(ITest test)
    {
        if (Drain() is { Count: > 0 } found)
        {
            Assert.Fail($"A secret was told: {string.Join("; ", found)}");
        }
    }

    /// <summary>Looks at a text that somebody can read.</summary>
    public static void See(string where, string? text)
    {
        _ = Interlocked.Increment(ref _seen);
        if (text is not null && Find(text) is { } what)
        {
            Findings.Enqueue($"{what} in {where}");
        }
    }

    /// <summary>What was found since the last time.</summary>
    public static List<string> Drain()
    {
        List<string> found = [];
        while (Findings.TryDequeue(out var finding))
        {
            found.Add(finding);
        }

        return found;
    }

    private static string? Find(string text)
    {
        var secret = Array.FindIndex(Secrets, s => text.Contains(s, StringComparison.Ordinal) || text.Contains(Uri.EscapeDataString(s), StringComparison.OrdinalIgnoreCase));
        return secret >= 0 ? $"secret no. {secret}" : Signatures().IsMatch(text) ? "a signature" : null;
    }

    // The exceptions of the library, and not those that test doubles throw at it. What quotes a document is not looked at: of an answer, callers get
    // the exception that is made of it, with the secrets taken out, and that one is.
    private static void Look(FirstChanceExceptionEventArgs thrown)
    {
        if (_isLooking || thrown.Exception.GetType().Name == "InvalidDocumentException" || !IsOurs(thrown.Exception))
        {
            return;
        }

        _isLooking = true;
        try
        {
            See(thrown.Exception.GetType().Name, Text(thrown.Exception));
        }
        catch (Exception e)
        {
            // What leaves this handler ends the process.
            Findings.Enqueue($"{e.GetType().Name} when {thrown.Exception.GetType().Name} was printed");
        }
        finally
        {
            _isLooking = false;
        }
    }

    // What a task was made to fail with is thrown by the base library when it is awaited: then the type tells whose it is.
    private static bool IsOurs(Exception exception) =>
        Name(exception.TargetSite?.Module.Assembly) is var thrower && !IsTest(thrower)
        && (IsLibrary(thrower) || IsLibrary(Name(exception.GetType().Assembly)));

    private static bool IsLibrary(string assembly) => assembly.StartsWith("Inventory.", StringComparison.Ordinal) && !IsTest(assembly);

    // The kit tells secrets as a service would that repeats them.
    private static bool IsTest(string assembly) => assembly.EndsWith(".Tests", StringComparison.Ordinal) || assembly == "Inventory.Conformance";

    private static string Name(Assembly? assembly) => assembly?.GetName().Name ?? "";

    private static string Text(Exception exception) => string.Join('\n', exception.GetType().GetProperties()
        .Where(p => p.PropertyType == typeof(string) || p.Name == "Diagnostics")
        .Select(p => p.GetValue(exception))
        .Select(v => v is IEnumerable<KeyValuePair<string, string>> pairs ? string.Join(' ', pairs) : v as string)
        .Append(exception.ToString()));

    private static string Text(Activity activity) => string.Join('\n',
    [
        activity.DisplayName, activity.StatusDescription, .. activity.TagObjects.Select(t => $"{t.Key}={t.Value}"), .. activity.Baggage.Select(b => $"{b.Key}={b.Value}"),
        .. activity.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags.Select(t => $"{t.Key}={t.Value}"))}"),
    ]);

    [GeneratedRegex("Signature=[0-9a-fA-F]{64}|bce-auth-v1/[^/ ]+/[^/ ]+/[0-9]+/[^/ ]*/[0-9a-f]{64}|OSS [^ :]+:[A-Za-z0-9+/]{27}=")]
    private static partial Regex Signatures();

    /// <summary>What hosts log, whatever their providers: the event source of logging gets all of it.</summary>
    private sealed class LogListener : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Extensions-Logging")
            {
                // 4: formatted messages.
                EnableEvents(eventSource, EventLevel.Verbose, (EventKeywords)4);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "FormattedMessage")
            {
                _ = Interlocked.Increment(ref _logLines);
            }

            See($"log event {eventData.EventName}", string.Join(' ', eventData.Payload ?? new([])));
        }
    }
}
