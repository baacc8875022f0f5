using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary><c>inventory emulator</c>.</summary>
internal static class EmulatorCommand
{
    public static ExampledCommand Create()
    {
        var arguments = new EmulatorArguments();
        var command = new ExampledCommand(
            "emulator",
            """
            Serves both wires on loopback until it is stopped. The first line on stdout is {"oss":"http://…","bos":"http://…"}; stderr has a line for each request.
            With --clock, lines on stdin move the clock: clock +5m, clock -1h, clock 2026-01-02T03:04:05Z; each is answered by a line on stdout.
            """,
            Examples.Emulator,
            $"{Examples.Emulator} --bucket logs@cn-beijing --bucket reports@cn-beijing --access-key id:secret",
            $"{Examples.Emulator} --fault oss:put:1=503 --fault bos:*:2=reset-after",
            $"{Examples.Emulator} --clock 2026-01-02T03:04:05Z --cname inventory.example.com=examplebucket --set ConsistencyDelay=1s");
        arguments.AddTo(command);
        command.Run((result, cancellationToken) => RunAsync(arguments.Read(result), result.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(EmulatorOptions options, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var output = TextWriter.Synchronized(console.Output);
        await using var log = new LogLines(console.Error);
        if (!options.VerifySignatures)
        {
            log.Add("Warning: --no-signature-check: whoever reaches the ports is taken for the owner of every bucket.");
        }

        await using var emulator = await StartAsync(options with { Log = log.Add }, cancellationToken);
        await output.WriteLineAsync(JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["oss"] = emulator.OssEndpoint.GetLeftPart(UriPartial.Authority),
            ["bos"] = emulator.BosEndpoint.GetLeftPart(UriPartial.Authority),
        }));
        await output.FlushAsync(CancellationToken.None);
        if (options.Clock is ManualClock clock)
        {
            EmulatorClock.Obey(clock, Console.In, output);
        }

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        return ExitCodes.Done;
    }

    private static async Task<InventoryEmulator> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await InventoryEmulator.StartAsync(options, cancellationToken);
        }
        catch (DataFolderException e)
        {
            throw new IOException($"--data: {e.Message}", e);
        }
        catch (SocketException e)
        {
            throw new IOException($"The emulator cannot listen on {options.ListenAddress}: {e.Message}. Change --listen, --oss-port or --bos-port.", e);
        }
    }
}
