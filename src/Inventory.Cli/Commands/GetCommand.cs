using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Cli;

/// <summary><c>inventory get ID --provider P --bucket B</c>.</summary>
internal static class GetCommand
{
    public static ExampledCommand Create()
    {
        var id = CommonOptions.RuleId();
        var bucket = CommonOptions.Bucket();
        var provider = new ProviderOptions();
        var format = new Option<string>("--format", "--output", "-o")
        {
            Description = "The format of the rule file to print.",
            HelpName = RuleFormats.Names,
            DefaultValueFactory = _ => RuleFormats.Neutral,
        };
        var command = new ExampledCommand(
            "get",
            "Prints a rule of a bucket as a rule file.",
            Examples.Put,
            $"inventory get weekly {Examples.OssBucket}",
            $"inventory get weekly {Examples.OssBucket} --format oss-xml") { id, bucket, format };
        provider.AddTo(command);
        command.Run(async (result, cancellationToken) =>
        {
            var chosen = RuleFormats.All[result.GetValue(format)!];
            var source = result.GetValue(bucket)!;
            await using var services = CloudSettings.Read(provider.Read(result)).CreateServices();
            var rule = await services.GetRequiredService<IInventoryService>().GetAsync(source, result.GetValue(id)!, cancellationToken);
            await result.InvocationConfiguration.Output.WriteAsync(RuleFormats.Write(chosen.Name, new(rule, source)));
            return ExitCodes.Done;
        });
        return command;
    }
}
