using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Cli;

/// <summary><c>inventory list --provider P --bucket B</c>.</summary>
internal static class ListCommand
{
    public static ExampledCommand Create()
    {
        var bucket = CommonOptions.Bucket();
        var provider = new ProviderOptions();
        var output = CommonOptions.Output();
        var command = new ExampledCommand(
            "list",
            "Lists the rules of a bucket: as a table, or as an array of rule files.",
            Examples.Put,
            $"inventory list {Examples.OssBucket}",
            $"inventory list {Examples.OssBucket} --output json") { bucket, output };
        provider.AddTo(command);
        command.Run(async (result, cancellationToken) =>
        {
            var source = result.GetValue(bucket)!;
            await using var services = CloudSettings.Read(provider.Read(result)).CreateServices();
            var service = services.GetRequiredService<IInventoryService>();
            List<InventoryRule> rules = [];
            UnreadableRulesException? unreadable = null;
            try
            {
                await foreach (var rule in service.ListAsync(source, cancellationToken))
                {
                    rules.Add(rule);
                }
            }
            catch (UnreadableRulesException e)
            {
                // The others were listed before: they are printed before it is reported.
                unreadable = e;
            }

            var text = result.GetValue(output) == CommonOptions.Json ? Json(rules, source) : Text(rules, source, service.Capabilities);
            await result.InvocationConfiguration.Output.WriteAsync(text);
            return unreadable is null ? ExitCodes.Done : throw unreadable;
        });
        return command;
    }

    private static string Text(List<InventoryRule> rules, string bucket, InventoryCapabilities capabilities) => rules.Count == 0
        ? $"Bucket '{bucket}' has no inventory rules on {capabilities.DisplayName}.\n"
        : TextTable.Write(
        [
            ["ID", "ENABLED", "SCHEDULE", "DESTINATION"],
            .. rules.Select(r => new[] { r.Id, r.IsEnabled ? "yes" : "no", $"{r.Schedule}", $"{r.Destination.Bucket}/{r.Destination.Prefix}" }),
        ]);

    private static string Json(List<InventoryRule> rules, string bucket)
    {
        var documents = rules.Select(r => $"  {RuleFormats.Write(RuleFormats.Neutral, new(r, bucket)).TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal)}");
        return rules.Count == 0 ? "[]\n" : $"[\n{string.Join(",\n", documents)}\n]\n";
    }
}
