using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary><c>inventory import ACCOUNT/BUCKET…</c>.</summary>
internal static class ImportCommand
{
    private const string Yaml = "yaml";

    public static ExampledCommand Create()
    {
        var buckets = new BucketNames();
        var format = new Option<string>("--format")
        {
            Description = "How the fleet file is written.",
            HelpName = $"{Yaml}|{CommonOptions.Json}",
            DefaultValueFactory = _ => Yaml,
        }.AcceptOnlyFromAmong(Yaml, CommonOptions.Json);
        var outFile = new Option<string?>("--out") { Description = "The file to write; standard output if left out.", HelpName = "file" };
        var output = CommonOptions.Output();
        var fleet = new FleetOptions();
        var command = new ExampledCommand(
            "import",
            """
            Writes the fleet file of buckets as their rules are now, for plan, apply and drift: a plan of it has nothing to do. Rules that many buckets have are written
            once. Nothing is written to a cloud. What such a file cannot hold, as rules that run once, is told on stderr and left alone. With --output json the file is
            the text in a document that tells that too.
            Exit code 0 if everything is in the file, 2 if something was left out, 3 if some buckets could not be read, 1 for everything else.
            """,
            $"inventory import oss/examplebucket bos/examplebucket {Examples.Emulators}",
            $"inventory import oss/examplebucket {Examples.Emulators} --out live.yaml");
        buckets.AddTo(command);
        command.Add(format);
        command.Add(outFile);
        command.Add(output);
        fleet.AddTo(command);
        command.RunFleet(output, async (result, cancellationToken) =>
        {
            var settings = fleet.Read(result);
            var named = await buckets.ReadAsync(result, cancellationToken);
            var import = await ImportAsync(settings, named, result, result.GetValue(format) == Yaml ? FleetFileFormat.Yaml : FleetFileFormat.Json, cancellationToken);
            var path = result.GetValue(outFile);
            if (path is not null)
            {
                await OutFile.WriteAsync(path, import.Text, cancellationToken);
            }

            var isForTools = result.GetValue(output) == CommonOptions.Json;
            await result.InvocationConfiguration.Output.WriteAsync(isForTools ? ImportJson.Write(import) : path is null ? import.Text : "");
            await result.InvocationConfiguration.Error.WriteAsync(ImportText.Write(import));
            return !import.Failures.IsEmpty ? ExitCodes.BucketsFailed : import.IsWhole ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<FleetImport> ImportAsync(
        FleetSettings settings, DesiredState named, ParseResult result, FleetFileFormat format, CancellationToken cancellationToken)
    {
        using var session = FleetSession.Open(settings, named.Buckets.Select(b => b.Account), result.InvocationConfiguration.Error);
        return new FleetImporter(RuleFormats.Extensions).Import(await session.ReadAsync(named, cancellationToken), format);
    }
}
