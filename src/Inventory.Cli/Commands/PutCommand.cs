using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Cli;

/// <summary><c>inventory put RULE --provider P --bucket B</c>.</summary>
internal static class PutCommand
{
    private static readonly Dictionary<string, PutMode> Modes = new(StringComparer.Ordinal)
    {
        ["create-or-replace"] = PutMode.CreateOrReplace,
        ["create-only"] = PutMode.CreateOnly,
        ["replace-only"] = PutMode.ReplaceOnly,
    };

    public static ExampledCommand Create()
    {
        var rule = CommonOptions.Rule();
        var bucket = CommonOptions.Bucket();
        var provider = new ProviderOptions();
        var mode = new Option<string>("--mode")
        {
            Description = "What to do where a rule with the id is there, and where none is.",
            HelpName = string.Join('|', Modes.Keys),
            DefaultValueFactory = _ => "create-or-replace",
        }.AcceptOnlyFromAmong([.. Modes.Keys]);
        var accept = CommonOptions.Accept();
        var output = CommonOptions.Output();
        var command = new ExampledCommand(
            "put",
            "Puts a rule to a bucket, unless it is there already. Exit code 2 if the provider cannot hold it: then nothing is sent.",
            Examples.Put,
            $"inventory put {Examples.DailyRule} {Examples.BosBucket} --accept schedule=EveryThreeDays") { rule, bucket, mode, accept, output };
        provider.AddTo(command);
        command.Run(async (result, cancellationToken) =>
        {
            var settings = CloudSettings.Read(provider.Read(result));
            var accepted = result.Acceptances(accept);
            var file = await RuleFile.ReadAsync(result.GetValue(rule)!, null, cancellationToken);
            await using var services = settings.CreateServices();
            var put = new RulePut(services.GetRequiredService<IInventoryService>(), settings, result.GetValue(bucket)!, Modes[result.GetValue(mode)!]);
            var text = await put.RunAsync(file, accepted, isJson: result.GetValue(output) == CommonOptions.Json, cancellationToken);
            await result.InvocationConfiguration.Output.WriteAsync(text);
            return ExitCodes.Done;
        });
        return command;
    }
}
