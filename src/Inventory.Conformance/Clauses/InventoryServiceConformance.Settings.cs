namespace Inventory.Conformance;

/// <content>Settings that this provider alone has.</content>
public abstract partial class InventoryServiceConformance
{
    [Clause]
    public async Task A_setting_that_one_provider_alone_has_round_trips_or_the_put_fails_by_name()
    {
        List<string> outcomes = [];
        List<string> missing = [];
        foreach (var (setting, support) in Capabilities.Extensions)
        {
            if (SampleOfSetting(setting, Baseline()) is not { } rule)
            {
                missing.Add(setting);
                continue;
            }

            Assert.That(rule.Extensions.SelectMany(e => e.SettingsUsed), Has.Member(setting), "the sample must use the setting");
            outcomes.Add($"{setting}: {await OutcomeOfAsync(rule, support.Level)}");
        }

        await TestContext.Out.WriteLineAsync($"{outcomes.Count} settings. {string.Join("; ", outcomes)}");
        if (missing.Count > 0)
        {
            Assert.Ignore($"Not proved: the fixture has no rule that uses {string.Join(", ", missing)}. Override {nameof(SampleOfSetting)}.");
        }
    }

    private async Task<string> OutcomeOfAsync(InventoryRule rule, SupportLevel level)
    {
        switch (level)
        {
            case SupportLevel.Supported:
                await AssertIsSupportedAsync(rule);
                return "round-trips";
            case SupportLevel.Conditional:
                Assert.That(Service.Validate(rule).Select(v => v.Kind), Has.Member(RuleViolationKind.Conditional), "Validate must warn of the setting or the feature");
                return await OutcomeOfAsync(rule);
            default:
                _ = await RefusalOfAsync(rule);
                return "is refused";
        }
    }
}
