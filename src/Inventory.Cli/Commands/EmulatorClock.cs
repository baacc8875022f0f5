using System.Text.Json;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary>Lines that move the clock of <c>inventory emulator --clock</c>.</summary>
internal static class EmulatorClock
{
    private const string Command = "clock ";

    /// <summary>
    /// Reads lines until there are no more, on a thread of its own that does not keep the process alive, and answers each: <c>{"clock":"…"}</c> with where the
    /// clock stands now, or <c>{"error":"…"}</c>.
    /// </summary>
    public static void Obey(ManualClock clock, TextReader input, TextWriter output) => new Thread(() => Run(clock, input, output)) { IsBackground = true }.Start();

    /// <summary>Does what one line says, and gives the answer.</summary>
    internal static string Answer(ManualClock clock, string line)
    {
        try
        {
            Move(clock, line.Trim());
            return Json("clock", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (FormatException e)
        {
            return Json("error", e.Message);
        }
    }

    private static void Run(ManualClock clock, TextReader input, TextWriter output)
    {
        try
        {
            while (input.ReadLine() is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    output.WriteLine(Answer(clock, line));
                    output.Flush();
                }
            }
        }
        catch (IOException)
        {
            // Nobody speaks or listens any more: the clock stays where it is.
        }
    }

    private static void Move(ManualClock clock, string line)
    {
        var text = line.StartsWith(Command, StringComparison.Ordinal) ? line[Command.Length..].Trim() : "";
        if (EmulatorArguments.TryReadInstant(text, out var instant))
        {
            clock.MoveTo(instant);
            return;
        }

        if (text is not [('+' or '-') and var sign, .. var rest] || !Spans.TryRead(rest, out var span))
        {
            throw new FormatException($"'{line}' does not move the clock. Write clock +5m, clock -1h or clock 2026-01-02T03:04:05Z; the units are ms, s, m and h.");
        }

        try
        {
            clock.Advance(sign == '-' ? -span : span);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new FormatException($"'{line}' leads out of the calendar.", e);
        }
    }

    private static string Json(string name, string text) => JsonSerializer.Serialize(new Dictionary<string, string> { [name] = text }, Plain);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
