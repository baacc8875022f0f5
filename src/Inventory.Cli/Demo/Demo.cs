using System.Text;
using Inventory.Documents;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary>Takes one rule through both clouds, and prints each step and what goes over the wire.</summary>
internal sealed class Demo(TextWriter output)
{
    private int _step;

    /// <summary>Runs every step.</summary>
    /// <param name="document">The rule.</param>
    /// <param name="provider">The cloud that it comes from; null to take OSS, unless BOS alone can hold it.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task RunAsync(RuleDocument document, string? provider, CancellationToken cancellationToken)
    {
        await using var clouds = await DemoClouds.StartAsync(document, output, cancellationToken);
        var isFromBos = provider is null ? !Holds(clouds.Oss, document.Rule) && Holds(clouds.Bos, document.Rule) : provider == clouds.Bos.Capabilities.Provider;
        var (source, target) = isFromBos ? (clouds.Bos, clouds.Oss) : (clouds.Oss, clouds.Bos);

        // A file may hold a section for each cloud, and each gets its own.
        var rule = document.Rule.ForProvider(source.Capabilities.Provider);
        var (from, to) = (source.Capabilities.DisplayName, target.Capabilities.DisplayName);
        var bucket = document.SourceBucket ?? EmulatorBucket.DefaultSource;

        await StepAsync($"Put rule '{rule.Id}' to {from}, bucket '{bucket}'");
        await SayAsync(await source.PutAsync(bucket, rule, cancellationToken: cancellationToken));

        await StepAsync($"Find it on {from}");
        var found = await source.GetAsync(bucket, rule.Id, cancellationToken);
        await SayItIsWhatWasPutAsync(found, source.Normalize(rule));

        await StepAsync($"List the bucket's rules on {from}");
        await foreach (var listed in source.ListAsync(bucket, cancellationToken))
        {
            await SayAsync($"{listed.Id}: {listed.Schedule}");
        }

        await StepAsync($"Can it move to {to}? No request is needed to know");
        var report = found.CheckMoveTo(target.Capabilities);
        await SayAsync(report.ToString());

        var accepted = await AcceptAsync(report, target.Capabilities, to);
        var sections = document.Rule.ForProvider(target.Capabilities.Provider).Extensions;
        var moved = sections.Aggregate(found.ConvertTo(target.Capabilities, accepted), (converted, section) => converted.WithExtension(section));

        await StepAsync($"Put the converted rule to {to}, bucket '{bucket}'");
        await SayAsync(await target.PutAsync(bucket, moved, cancellationToken: cancellationToken));

        await StepAsync($"Find it on {to}");
        var there = await target.GetAsync(bucket, moved.Id, cancellationToken);
        await SayItIsWhatWasPutAsync(there, target.Normalize(moved));

        await StepAsync("Delete both");
        await source.DeleteAsync(bucket, rule.Id, cancellationToken);
        await target.DeleteAsync(bucket, moved.Id, cancellationToken);
        await SayAsync($"Done: {clouds.OssWire.Requests} requests to OSS, {clouds.BosWire.Requests} to BOS, and none before {to} could hold the rule.");
    }

    private static bool Holds(IInventoryService service, InventoryRule rule) =>
        service.Validate(rule.ForProvider(service.Capabilities.Provider)).All(v => v.Severity != ViolationSeverity.Error);

    /// <summary>Accepts what stands between the rule and the target, one finding at a time, each by its first choice.</summary>
    private async Task<List<Acceptance>> AcceptAsync(MoveReport report, InventoryCapabilities target, string to)
    {
        await StepAsync($"Accept the findings, one by one, so that {to} can hold it");
        List<Acceptance> accepted = [];
        foreach (var finding in report.Refusals)
        {
            var choice = finding switch
            {
                { Choices.IsEmpty: false } => finding.Choices[0],
                { Path: "Id" } => Acceptance.Set("Id", LegalId(report.RuleId, target.RuleId)),
                _ => null,
            };
            if (choice is not null && !accepted.Contains(choice))
            {
                accepted.Add(choice);
                await SayAsync($"{choice}   {finding.Meaning}");
            }
        }

        if (accepted.Count == 0)
        {
            await SayAsync("There is nothing to accept.");
        }

        return accepted;
    }

    private static string LegalId(string id, TextLimit limit)
    {
        var legal = new StringBuilder();
        foreach (var c in id)
        {
            _ = legal.Append(limit.Problem(c.ToString()) is null ? c : '-');
        }

        return legal.ToString(0, Math.Min(legal.Length, limit.MaxLength));
    }

    private Task StepAsync(string title) => output.WriteLineAsync($"\n{++_step}. {title}");

    private Task SayItIsWhatWasPutAsync(InventoryRule found, InventoryRule promised) => found == promised
        ? SayAsync("It is what was put.")
        : throw new InventoryException(InventoryErrorKind.NotStoredAsSent, $"It is not what was put: {string.Join(", ", found.DifferingPaths(promised))} differ.");

    private Task SayAsync(string text) => output.WriteLineAsync($"   {text.ReplaceLineEndings("\n   ")}");

    private async Task SayAsync(PutResult result)
    {
        await SayAsync($"{result.Outcome}.");
        foreach (var warning in result.Warnings)
        {
            await SayAsync($"{warning.Severity}: {warning}");
        }
    }
}
