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
        catch (Exception e)
        {
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
