using System.CommandLine;

namespace Inventory.Cli;

/// <summary><c>inventory capabilities [--provider P]</c>.</summary>
internal static class CapabilitiesCommand
{
    public static ExampledCommand Create()
    {
        var provider = new Option<string?>("--provider", "-p")
        {
            Description = "One cloud, with the reason for what it does not hold; all of them if left out.",
            HelpName = CloudDirectory.Names,
        };
        var output = CommonOptions.Output("markdown");
        var command = new ExampledCommand(
            "capabilities",
            "Says what each provider holds, within which limits, and who says so. Without a request.",
            "inventory capabilities --provider bos",
            "inventory capabilities --output markdown") { provider, output };
        command.Run(async (result, _) =>
        {
            IReadOnlyList<Cloud> clouds = result.GetValue(provider) is { } name ? [CloudDirectory.Get(name, "--provider")] : CloudDirectory.All;
            var capabilities = clouds.Select(c => c.Capabilities).ToList();
            await result.InvocationConfiguration.Output.WriteAsync(result.GetValue(output) switch
            {
                CommonOptions.Json => CapabilitiesJson.Write(capabilities),
                "markdown" => CapabilityMatrix.ToMarkdown(capabilities),
                _ => CapabilitiesText.Write(capabilities),
            });
            return ExitCodes.Done;
        });
        return command;
    }
}
