namespace Inventory.Cli;

/// <summary>Puts a rule that was read, and says what came of it.</summary>
internal sealed class RulePut(IInventoryService service, CloudSettings settings, string bucket, PutMode mode)
{
    /// <exception cref="InventoryException">The provider refuses the rule, with what to accept; or the put failed, with what there is to restore.</exception>
    public async Task<string> RunAsync(RuleFile file, IReadOnlyList<Acceptance> accepted, bool isJson, CancellationToken cancellationToken)
    {
        var terms = settings.ReadTerms();
        try
        {
            var prepared = PreparedRule.Of(file, terms, accepted);
            var result = await service.PutAsync(bucket, prepared.Rule, new() { Mode = mode }, cancellationToken);
            List<RuleViolation> warnings = [.. prepared.Notes, .. result.Warnings];
            return isJson ? Json(prepared.Rule, result, warnings) : Text(prepared.Rule, result, warnings);
        }
        catch (InventoryRuleRejectedException refusal)
        {
            throw Refusal.Explain(refusal, file.Document.Rule, settings.Cloud, terms.Capabilities);
        }
        catch (ReplaceInterruptedException e)
        {
            // The one copy of the old rule that is left: it must not end with the process.
            throw new InventoryException(
                e.Kind, $"{e.Message}\nOldRule is what was there. To restore it, save this and put it:\n{RuleFormats.Write(RuleFormats.Neutral, new(e.OldRule, bucket))}", e);
        }
    }

    private string Text(InventoryRule rule, PutResult result, List<RuleViolation> warnings)
    {
        var where = $"inventory rule '{rule.Id}' of bucket '{bucket}' on {service.Capabilities.DisplayName}";
        var what = result.Outcome switch
        {
            PutOutcome.Created => $"Created {where}.",
            PutOutcome.Replaced => $"Replaced {where}.",
            _ => $"Unchanged: {where} is there already, equal.",
        };
        return $"{what}\n{ViolationOutput.Lines(warnings)}";
    }

    private string Json(InventoryRule rule, PutResult result, List<RuleViolation> warnings) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("provider", settings.Cloud.Name);
        json.WriteString("bucket", bucket);
        json.WriteString("ruleId", rule.Id);
        json.WriteString("outcome", result.Outcome.ToString());
        json.WriteText("requestId", result.RequestId);
        ViolationOutput.Write(json, "warnings", warnings);
        json.WriteEndObject();
    });
}
