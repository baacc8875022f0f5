using System.Globalization;

namespace Inventory.Emulator;

/// <summary>Which requests a fault befalls. Immutable.</summary>
/// <param name="Fault">What goes wrong with them.</param>
public sealed record FaultRule(EmulatorFault Fault)
{
    private const string Any = "*";

    private static readonly string[] Methods = ["GET", "PUT", "DELETE", "HEAD", "POST"];

    /// <summary>The wire, such as <see cref="EmulatorWire.Oss"/>; null, the default: every one.</summary>
    public string? Wire { get; init; }

    /// <summary>The HTTP method, without regard to case; null, the default: every one.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// The operation, one of <see cref="EmulatorOperation"/>; null, the default: every one. Where only the method of a request is known, as to a
    /// <see cref="ScriptedFaultHandler"/>, the four operations of rules are told by it, and <c>get</c> and <c>list</c> are the same.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>The first request that it befalls, from 1, among those of the wire, the method and the operation since the rule was added. Default: 1.</summary>
    public int First { get; init; } = 1;

    /// <summary>The last request that it befalls, inclusive; null: every one from the first on. Default: the first, alone.</summary>
    public int? Last { get; init; } = 1;

    /// <summary>Reads a rule.</summary>
    /// <param name="text">
    /// <c>WIRE:OPERATION:NUMBER=FAULT</c>, such as <c>oss:put:1=503</c>. The wire is <c>oss</c>, <c>bos</c> or <c>*</c>; the operation <c>get</c>, <c>list</c>,
    /// <c>put</c>, <c>delete</c>, another of <see cref="EmulatorOperation"/>, or <c>*</c>, or in capitals the HTTP method, such as <c>GET</c>; the number
    /// <c>2</c>, <c>2-4</c>, <c>2-</c> (from the second on) or <c>*</c>; the fault as in <see cref="EmulatorFault.Parse"/>.
    /// </param>
    /// <exception cref="FormatException">The text is not such a rule; the message says what is wrong with it.</exception>
    public static FaultRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || text[..equals].Split(':') is not [var wire, var what, var number])
        {
            throw new FormatException($"'{text}' is not WIRE:OPERATION:NUMBER=FAULT, such as oss:put:1=503.");
        }

        if (wire is not (EmulatorWire.Oss or EmulatorWire.Bos or Any))
        {
            throw new FormatException($"'{text}': there is no wire '{wire}'. Write oss, bos or *.");
        }

        var method = Methods.FirstOrDefault(known => string.Equals(known, what, StringComparison.Ordinal));
        var operation = EmulatorOperation.All.FirstOrDefault(known => string.Equals(known, what, StringComparison.OrdinalIgnoreCase));
        if (method is null && operation is null && what is not Any)
        {
            throw new FormatException(
                $"'{text}': '{what}' is no operation. Write one of {string.Join(", ", EmulatorOperation.All)}; a method in capitals such as GET; or *.");
        }

        if (!TryReadNumber(number, out var first, out var last))
        {
            throw new FormatException($"'{text}': '{number}' is not the number of a request. Write one from 1 such as 2, or 2-4, or 2- for the second and all after it, or *.");
        }

        return new(EmulatorFault.Parse(text[(equals + 1)..]))
        {
            Wire = wire == Any ? null : wire,
            Method = method,
            Operation = method is null ? operation : null,
            First = first,
            Last = last,
        };
    }

    /// <summary>The rule as <see cref="Parse"/> takes it, which knows no rule of both a method and an operation: there the operation stands.</summary>
    public override string ToString()
    {
        var number = Last is not { } last ? First == 1 ? Any : string.Create(CultureInfo.InvariantCulture, $"{First}-")
            : last == First ? First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{First}-{last}");
        return $"{Wire ?? Any}:{Operation ?? Method?.ToUpperInvariant() ?? Any}:{number}={Fault}";
    }

    /// <summary>Whether a request is among those that the rule counts.</summary>
    /// <param name="wire">Its wire.</param>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="operation">What the vendors call what it asks for; null: unknown.</param>
    internal bool IsAbout(string wire, string method, string? operation) =>
        (Wire is null || string.Equals(Wire, wire, StringComparison.Ordinal))
        && (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
        && (Operation is null || (operation is null
            ? string.Equals(EmulatorOperation.MethodOf(Operation), method, StringComparison.OrdinalIgnoreCase)
            : string.Equals(EmulatorOperation.VendorName(Operation), EmulatorOperation.VendorName(operation), StringComparison.OrdinalIgnoreCase)));

    internal bool Befalls(long number) => number >= First && !(number > Last);

    private static bool TryReadNumber(string text, out int first, out int? last)
    {
        (first, last) = (1, null);
        if (text == Any)
        {
            return true;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (!TryReadOrdinal(dash < 0 ? text : text[..dash], out first))
        {
            return false;
        }

        if (dash >= 0 && dash == text.Length - 1)
        {
            return true;
        }

        var isRead = TryReadOrdinal(text[(dash + 1)..], out var end);
        last = end;
        return isRead && end >= first;
    }

    private static bool TryReadOrdinal(string text, out int ordinal) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ordinal) && ordinal > 0;
}
