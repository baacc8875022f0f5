using System.CommandLine;
using Inventory.Documents;

namespace Inventory.Cli;

/// <summary><c>inventory convert RULE --to FORMAT</c>.</summary>
internal static class ConvertCommand
{
    public static ExampledCommand Create()
    {
        var rule = CommonOptions.Rule();
        var to = new Option<string>("--to") { Description = "The format to write.", HelpName = RuleFormats.Names, Required = true };
        var from = new Option<string?>("--from") { Description = "The format that RULE is in; the one that it looks like if left out.", HelpName = RuleFormats.Names };
        var accept = CommonOptions.Accept();
        var bucket = new Option<string?>("--bucket", "-b") { Description = "The bucket whose objects the rule lists; bos-json names it.", HelpName = "name" };
        var outFile = new Option<string?>("--out") { Description = "The file to write; standard output if left out.", HelpName = "file" };
        var command = new ExampledCommand(
            "convert",
            "Writes a rule in another format. Exit code 2 if the format's cloud cannot hold the rule, with the changes to accept so that it can.",
            $"inventory convert {Examples.Rule} --to json --out rule.json",
            "inventory convert rule.json --to bos-json --bucket examplebucket") { rule, to, from, accept, bucket, outFile };
        command.Run(async (result, cancellationToken) =>
        {
            var format = RuleFormats.All[result.GetValue(to)!];
            var accepted = result.Acceptances(accept);
            var file = await RuleFile.ReadAsync(result.GetValue(rule)!, result.GetValue(from), cancellationToken);
            var converted = Convert(file, format, accepted) with { SourceBucket = result.GetValue(bucket) ?? file.Document.SourceBucket };
            if (format is BaiduBos.BosJsonFormat && converted.SourceBucket is null)
            {
                throw new InventoryException(
                    InventoryErrorKind.InvalidDocument,
                    "--bucket: a BOS document names the bucket whose objects it lists, and RULE does not say it. Add --bucket NAME.");
            }

            var text = RuleFormats.Write(format.Name, converted);
            if (result.GetValue(outFile) is not { } path)
            {
                await result.InvocationConfiguration.Output.WriteAsync(text);
            }
            else
            {
                await OutFile.WriteAsync(path, text, cancellationToken);
                await result.InvocationConfiguration.Output.WriteAsync($"Wrote inventory rule '{converted.Rule.Id}' to {path}.\n");
            }

            await WarnAsync(converted.Rule, RuleFormats.Owner(format), result.InvocationConfiguration.Error);
            return ExitCodes.Done;
        });
        return command;
    }

    private static RuleDocument Convert(RuleFile file, IRuleDocumentFormat format, IReadOnlyList<Acceptance> accepted)
    {
        var target = RuleFormats.Owner(format);
        if (target is null && accepted.Count > 0)
        {
            throw new FormatException($"--accept: '{format.Name}' holds every rule, so there is nothing to accept. Leave it out.");
        }

        // A document of a cloud may be written anew and corrected later; one that moves there must fit.
        if (target is null || (target == file.Owner && accepted.Count == 0))
        {
            return file.Document;
        }

        var rule = file.Document.Rule;
        try
        {
            return file.Document with { Rule = rule.ConvertTo(target.Capabilities, accepted) };
        }
        catch (InventoryRuleRejectedException refusal)
        {
            throw Refusal.Explain(refusal, rule, target, target.Capabilities);
        }
    }

    /// <summary>Says what the cloud would still refuse of the document as it stands.</summary>
    private static async Task WarnAsync(InventoryRule rule, Cloud? target, TextWriter error)
    {
        if (target is null)
        {
            return;
        }

        var left = new CloudTerms(target.BareCapabilities).Service.Validate(rule).Where(v => v.Severity == ViolationSeverity.Error).ToList();
        if (left.Count > 0)
        {
            await error.WriteLineAsync($"'{target}' would refuse the document as it stands:{ViolationText.Lines(left)}");
        }
    }
}
