using Inventory.Emulator;

namespace Inventory.Tests.Faults;

/// <summary>A column of the fault matrix.</summary>
public sealed record MatrixFault(string Name, EmulatorFault Fault, InventoryErrorKind Kind)
{
    public static IReadOnlyList<MatrixFault> All { get; } =
    [
        new("500", EmulatorFault.Status(500), InventoryErrorKind.Unavailable),
        new("500, done all the same", EmulatorFault.StatusAfterApplying(500), InventoryErrorKind.Unavailable),
        new("502 of a proxy", EmulatorFault.Status(502), InventoryErrorKind.Unavailable),
        new("503", EmulatorFault.Status(503), InventoryErrorKind.Unavailable),
        new("429 with Retry-After", EmulatorFault.Status(429, retryAfter: TimeSpan.FromSeconds(1)), InventoryErrorKind.Throttled),
        new("reset before the request", EmulatorFault.ResetBeforeApplying, InventoryErrorKind.Unavailable),
        new("reset after it was applied", EmulatorFault.ResetAfterApplying, InventoryErrorKind.Unavailable),
        new("truncated body", EmulatorFault.TruncatedBody, InventoryErrorKind.Unavailable),
        new("timeout", EmulatorFault.Delay(TimeSpan.FromHours(1)), InventoryErrorKind.Unavailable) { Hold = MatrixHold.TimeOut },
        new("timeout after it was applied", EmulatorFault.DelayAfterApplying(TimeSpan.FromHours(1)), InventoryErrorKind.Unavailable) { Hold = MatrixHold.TimeOut },
        new("clock 20 minutes ahead", EmulatorFault.SkewedClock(TimeSpan.FromMinutes(20)), InventoryErrorKind.AuthenticationFailed) { Recovery = MatrixRecovery.AtOnce, IsLasting = true },
        new("clock 20 minutes behind", EmulatorFault.SkewedClock(TimeSpan.FromMinutes(-20)), InventoryErrorKind.AuthenticationFailed) { Recovery = MatrixRecovery.AtOnce, IsLasting = true },
        new("expired then fresh token", EmulatorFault.ExpiredToken, InventoryErrorKind.AuthenticationFailed) { Recovery = MatrixRecovery.AtOnce, IsLasting = false },
        new("expired token", EmulatorFault.ExpiredToken, InventoryErrorKind.AuthenticationFailed) { Recovery = MatrixRecovery.None, IsLasting = true },
        new("cancellation", EmulatorFault.Delay(TimeSpan.FromHours(1)), default) { Hold = MatrixHold.Cancel, Recovery = MatrixRecovery.None, IsLasting = false },
        new("cancellation after it was applied", EmulatorFault.DelayAfterApplying(TimeSpan.FromHours(1)), default) { Hold = MatrixHold.Cancel, Recovery = MatrixRecovery.None, IsLasting = false },
    ];

    /// <summary>What happens while the service holds an answer back.</summary>
    public MatrixHold Hold { get; init; }

    /// <summary>What sending again does about it.</summary>
    public MatrixRecovery Recovery { get; init; } = MatrixRecovery.ByWaiting;

    /// <summary>Whether every cloud answers itself, and names its request: a proxy does not, and neither does a connection that breaks.</summary>
    public bool IsAnswered => Fault.Kind is EmulatorFaultKind.ExpiredToken or EmulatorFaultKind.SkewedClock || Fault.StatusCode is 500 or 503;

    /// <summary>Whether it befalls every request from the nth on, or the nth alone; null: a cell for each.</summary>
    public bool? IsLasting { get; init; }

    /// <summary>The name, which is the name of the test.</summary>
    public override string ToString() => Name;
}
