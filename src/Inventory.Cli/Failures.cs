using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>Runs a command; what goes wrong is one message on stderr and an exit code, and never a stack trace.</summary>
internal static class Failures
{
    /// <summary>Runs a command to its exit code.</summary>
    /// <param name="command">The command.</param>
    /// <param name="error">Where the message goes.</param>
    /// <param name="document">Where a document with the same goes, for tools, if the command says itself what is wrong; null for none.</param>
    public static async Task<int> ReportAsync(Func<Task<int>> command, TextWriter error, TextWriter? document = null)
    {
        try
        {
            return await command();
        }
        catch (Exception e)
        {
            if (document is not null && e is (InventoryException or FormatException))
            {
                await SayAsync(document, FleetErrorJson.Write(FleetError.Of(e)).TrimEnd());
            }

            await SayAsync(error, e is OperationCanceledException ? "Cancelled." : e.Message);
            return ExitCodes.Of(e);
        }
    }

    /// <summary>Says something on a stream that nobody may listen to.</summary>
    public static async Task SayAsync(TextWriter writer, string message)
    {
        try
        {
            await writer.WriteLineAsync(message);
        }
        catch (IOException)
        {
            // Nobody listens: the exit code has to do.
        }
    }
}
