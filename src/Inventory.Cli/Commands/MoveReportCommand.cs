using System.CommandLine;

namespace Inventory.Cli;

/// <summary><c>inventory move-report RULE --to P</c>.</summary>
internal static class MoveReportCommand
{
    public static ExampledCommand Create()
    {
        var rule = CommonOptions.Rule();
        var to = new Option<string>("--to") { Description = "The cloud to move to.", HelpName = CloudDirectory.Names, Required = true };
        var output = CommonOptions.Output();
        var command = new ExampledCommand(
            "move-report",
            "Says what stands between a rule and another cloud, what each change would mean, and which to accept. Exit code 2 if something must be accepted.",
            $"inventory move-report {Examples.Rule} --to bos",
            $"inventory move-report {Examples.Rule} --to bos --output json") { rule, to, output };
        command.Run(async (result, cancellationToken) =>
        {
            var target = CloudDirectory.Get(result.GetValue(to)!, "--to");
            var file = await RuleFile.ReadAsync(result.GetValue(rule)!, null, cancellationToken);
            var report = file.Document.Rule.CheckMoveTo(target.Capabilities);
            await result.InvocationConfiguration.Output.WriteAsync(result.GetValue(output) == CommonOptions.Json ? Json(report) : $"{report}\n");
            return report.IsPortable ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static string Json(MoveReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("ruleId", report.RuleId);
        json.WriteString("target", report.Target);
        json.WriteBoolean("isPortable", report.IsPortable);
        json.WriteObjects("findings", report.Findings, f =>
        {
            json.WriteString("severity", f.Severity.ToString());
            json.WriteString("path", f.Path);
            json.WriteString("reason", f.Reason);
            json.WriteString("remedy", f.Remedy);
            json.WriteString("impact", f.Impact.ToString());
            json.WriteString("meaning", f.Meaning);
            json.WriteStartArray("choices");
            foreach (var choice in f.Choices)
            {
                json.WriteStringValue(choice.ToString());
            }

            json.WriteEndArray();
        });
        json.WriteEndObject();
    });
}
