using System.Globalization;
using Inventory.Emulator.Faults;

namespace Inventory.Emulator;

/// <summary>
/// A script on the client's side: for adapters to clouds whose wire the emulator does not speak. Put it innermost, around what sends, so that each attempt is
/// counted. Safe for concurrent use.
/// </summary>
public sealed class ScriptedFaultHandler : DelegatingHandler
{
    private readonly FaultScript _script;
    private readonly string _wire;
    private readonly Func<EmulatorFault, HttpRequestMessage, HttpResponseMessage> _answer;
    private readonly TimeProvider _clock;

    /// <summary>Makes a handler.</summary>
    /// <param name="script">What goes wrong with which request; it may grow while the handler is used.</param>
    /// <param name="wire">The name by which rules of the script mean this cloud.</param>
    /// <param name="answer">
    /// What the cloud answers to a <see cref="EmulatorFaultKind.Status"/>, a <see cref="EmulatorFaultKind.ExpiredToken"/> and a
    /// <see cref="EmulatorFaultKind.SkewedClock"/>. <c>Retry-After</c> is added to it.
    /// </param>
    /// <param name="inner">What sends; disposed of with this handler.</param>
    /// <param name="clock">The clock of delays; the system's if null.</param>
    public ScriptedFaultHandler(
        FaultScript script,
        string wire,
        Func<EmulatorFault, HttpRequestMessage, HttpResponseMessage> answer,
        HttpMessageHandler inner,
        TimeProvider? clock = null)
        : base(inner)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(wire);
        ArgumentNullException.ThrowIfNull(answer);
        (_script, _wire, _answer, _clock) = (script, wire, answer, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_script.Next(_wire, request.Method.Method) is not { } fault)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var applied = fault.IsApplied ? await base.SendAsync(request, cancellationToken) : null;
        HttpResponseMessage? answer = null;
        try
        {
            return answer = await AnswerAsync(fault, request, applied, cancellationToken);
        }
        finally
        {
            if (answer != applied)
            {
                applied?.Dispose();
            }
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(EmulatorFault fault, HttpRequestMessage request, HttpResponseMessage? applied, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case EmulatorFaultKind.Reset:
                throw new HttpRequestException("The script reset the connection.");
            case EmulatorFaultKind.Delay:
                await Task.Delay(fault.Duration, _clock, cancellationToken);
                return applied ?? await base.SendAsync(request, cancellationToken);
            case EmulatorFaultKind.TruncatedBody:
                return await TruncatedContent.CutAsync(applied!, cancellationToken);
            default:
                return Refusal(fault, request);
        }
    }

    private HttpResponseMessage Refusal(EmulatorFault fault, HttpRequestMessage request)
    {
        var answer = _answer(fault, request);
        answer.RequestMessage = request;
        if (fault.RetryAfter is { } wait)
        {
            _ = answer.Headers.TryAddWithoutValidation("Retry-After", ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        return answer;
    }
}
