using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Inventory.BaiduBos;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary><c>inventory emulator</c>.</summary>
internal static class EmulatorCommand
{
    public static ExampledCommand Create()
    {
        var ossPort = new Option<int>("--oss-port") { Description = "The port of the OSS wire on loopback; a free one if left out.", HelpName = "port", CustomParser = Port };
        var bosPort = new Option<int>("--bos-port") { Description = "The port of the BOS wire on loopback; a free one if left out.", HelpName = "port", CustomParser = Port };
        var bucket = new Option<string[]>("--bucket") { Description = "A bucket that exists on both wires; repeatable. examplebucket and destbucket if left out.", HelpName = "name" };
        var accessKey = new Option<string[]>("--access-key") { Description = "A key that is accepted, ID:SECRET or ID:SECRET:TOKEN; repeatable. An invented one if left out.", HelpName = "id:secret" };
        var fault = new Option<FaultRule[]>("--fault")
        {
            Description = "What goes wrong with which request, WIRE:METHOD:NUMBER=FAULT, to see how a client bears it; repeatable. The wire is oss, bos or *; the method get, put, "
                + "delete or *; the number of the request 2, 2-4, 2- for the second and all after it, or *; the fault a status such as 503 or 429,retry-after=2; reset; delay:2s; truncate; "
                + "expired-token; or clock:+20m. 503-after, reset-after and delay-after:2s do what is asked all the same.",
            HelpName = "rule",
            CustomParser = Faults,
        };
        bucket.Validators.Add(CheckBuckets);
        var command = new ExampledCommand(
            "emulator",
            """Serves both wires on loopback until it is stopped. The first line on stdout is {"oss":"http://…","bos":"http://…"}.""",
            Examples.Emulator,
            $"{Examples.Emulator} --bucket logs --access-key id:secret",
            $"{Examples.Emulator} --fault oss:put:1=503 --fault bos:*:2=reset-after") { ossPort, bosPort, bucket, accessKey, fault };
        command.Run((result, cancellationToken) => RunAsync(
            Options(result.GetValue(ossPort), result.GetValue(bosPort), result.GetValue(bucket) ?? [], result.GetValue(accessKey) ?? [], result.InvocationConfiguration.Error)
                with { Faults = result.GetValue(fault) ?? [] },
            result.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static int Port(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > ushort.MaxValue)
        {
            result.AddError($"{((OptionResult)result.Parent!).IdentifierToken!.Value}: '{text}' is not a port. Write a number from 1 to 65535, or leave it out.");
        }

        return port;
    }

    private static FaultRule[] Faults(ArgumentResult result)
    {
        List<FaultRule> rules = [];
        foreach (var token in result.Tokens)
        {
            try
            {
                rules.Add(FaultRule.Parse(token.Value));
            }
            catch (FormatException e)
            {
                result.AddError($"--fault: {e.Message}");
            }
        }

        return [.. rules];
    }

    /// <summary>Both clouds have the same names of buckets.</summary>
    private static void CheckBuckets(OptionResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (BosCapabilities.Default.BucketName.Problem(token.Value) is { } problem)
            {
                result.AddError($"--bucket: {problem}");
            }
        }
    }

    private static EmulatorOptions Options(int ossPort, int bosPort, string[] buckets, string[] keys, TextWriter error)
    {
        var options = new EmulatorOptions { OssPort = ossPort, BosPort = bosPort, Log = TextWriter.Synchronized(error).WriteLine };
        options = buckets.Length == 0 ? options : options with { Buckets = [.. buckets.Distinct().Select(name => new EmulatorBucket(name))] };
        return keys.Length == 0 ? options : options with { Credentials = [.. keys.Select(Credential)] };
    }

    private static EmulatorCredential Credential(string text) => text.Split(':', 3) switch
    {
        [{ Length: > 0 } id, { Length: > 0 } secret] => new(id, secret),
        [{ Length: > 0 } id, { Length: > 0 } secret, { Length: > 0 } token] => new(id, secret, token),
        _ => throw new FormatException("--access-key: write ID:SECRET or ID:SECRET:TOKEN."),
    };

    private static async Task<int> RunAsync(EmulatorOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await using var emulator = await InventoryEmulator.StartAsync(options, cancellationToken);
        await output.WriteLineAsync(JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["oss"] = emulator.OssEndpoint.GetLeftPart(UriPartial.Authority),
            ["bos"] = emulator.BosEndpoint.GetLeftPart(UriPartial.Authority),
        }));
        await output.FlushAsync(CancellationToken.None);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        return ExitCodes.Done;
    }
}
