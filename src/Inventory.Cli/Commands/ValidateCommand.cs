namespace Inventory.Cli;

/// <summary><c>inventory validate RULE --provider P</c>.</summary>
internal static class ValidateCommand
{
    public static ExampledCommand Create()
    {
        var rule = CommonOptions.Rule();
        var provider = new ProviderOptions();
        var accept = CommonOptions.Accept();
        var output = CommonOptions.Output();
        var command = new ExampledCommand(
            "validate",
            "Says whether a provider can hold a rule, without a request and without credentials. Exit code 2 if it cannot.",
            $"inventory validate {Examples.Rule} {Examples.Oss}",
            $"inventory validate {Examples.DailyRule} --provider bos --accept schedule=EveryThreeDays --output json") { rule, accept, output };
        provider.AddTo(command);
        command.Run(async (result, cancellationToken) =>
        {
            // Most of the time goes into starting the parts, so they start side by side.
            var reading = Task.Run(() => RuleFile.ReadAsync(result.GetValue(rule)!, null, cancellationToken), cancellationToken);
            var settings = CloudSettings.Read(provider.Read(result));
            var accepted = result.Acceptances(accept);
            var terms = settings.ReadTerms();
            var file = await reading;
            var violations = Check(file, terms, accepted);
            var isAccepted = violations.All(v => v.Severity != ViolationSeverity.Error);
            var text = result.GetValue(output) == CommonOptions.Json
                ? Json(file.Document.Rule, settings.Cloud, isAccepted, violations)
                : Text(file.Document.Rule, settings.Cloud, terms.Capabilities, isAccepted, violations);
            await result.InvocationConfiguration.Output.WriteAsync(text);
            return isAccepted ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static IReadOnlyList<RuleViolation> Check(RuleFile file, CloudTerms terms, IReadOnlyList<Acceptance> accepted)
    {
        try
        {
            var prepared = PreparedRule.Of(file, terms, accepted);
            return [.. prepared.Notes, .. terms.Service.Validate(prepared.Rule)];
        }
        catch (InventoryRuleRejectedException refusal)
        {
            return refusal.Violations;
        }
    }

    private static string Text(InventoryRule rule, Cloud cloud, InventoryCapabilities capabilities, bool isAccepted, IReadOnlyList<RuleViolation> violations)
    {
        var verdict = isAccepted ? $"'{cloud}' can hold inventory rule '{rule.Id}'.\n" : $"'{cloud}' cannot hold inventory rule '{rule.Id}' as it stands:\n";
        var hints = isAccepted ? "" : Refusal.Hints(violations, rule, cloud, capabilities);
        return verdict + ViolationOutput.Lines(violations) + (hints.Length == 0 ? "" : $"{hints}\n");
    }

    private static string Json(InventoryRule rule, Cloud cloud, bool isAccepted, IReadOnlyList<RuleViolation> violations) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("provider", cloud.Name);
        json.WriteString("ruleId", rule.Id);
        json.WriteBoolean("isAccepted", isAccepted);
        ViolationOutput.Write(json, "violations", violations);
        json.WriteEndObject();
    });
}
