using System.Net.Sockets;

namespace Inventory.Cli;

/// <summary>Runs a command; what goes wrong is one message on stderr and an exit code, and never a stack trace.</summary>
internal static class Failures
{
    public static async Task<int> ReportAsync(Func<Task<int>> command, TextWriter error)
    {
        try
        {
            return await command();
        }
        catch (InventoryException e)
        {
            await error.WriteLineAsync(e.Message);
            return e.Kind == InventoryErrorKind.RuleRejected ? ExitCodes.Refused : ExitCodes.Failed;
        }
        catch (Exception e) when (e is IOException or SocketException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Cancelled.");
            return ExitCodes.Failed;
        }
    }
}
