using System.CommandLine;

namespace Inventory.Cli;

/// <summary>The options with which a command is told a provider and how to reach it: the same for every command.</summary>
internal sealed class ProviderOptions
{
    private readonly Option<string?> _provider = new("--provider", "-p")
    {
        Description = "The cloud. Inventory:Provider of the configuration if left out.",
        HelpName = CloudDirectory.Names,
    };

    private readonly Option<string?> _emulator = new("--emulator")
    {
        Description = "Use a running emulator: its port or address for this cloud. Fills in endpoint, region, its key, and a role to write reports.",
        HelpName = "port|url",
    };

    private readonly Option<string?> _config = new("--config", "-c")
    {
        Description = "The configuration: section Inventory of a JSON file. ./appsettings.json, if there is one, if left out. Variables such as "
            + "Inventory__oss__Region come before it, and the options here before those.",
        HelpName = "file",
    };

    private readonly Option<string?> _region = new("--region") { Description = "The region's id: cn-hangzhou, bj.", HelpName = "id" };

    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "The endpoint, where it is not the region's public one.", HelpName = "url" };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Any other option of the provider, such as DestinationAccountId=100000000000000 or Transport:MaxAttempts=5; repeatable. "
            + "Keys are best left to the environment: OSS_ACCESS_KEY_ID and OSS_ACCESS_KEY_SECRET, BCE_ACCESS_KEY_ID and BCE_SECRET_ACCESS_KEY.",
        HelpName = "key=value",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_provider);
        command.Add(_emulator);
        command.Add(_config);
        command.Add(_region);
        command.Add(_endpoint);
        command.Add(_set);
    }

    /// <summary>What they say.</summary>
    /// <exception cref="FormatException">One of them makes no sense.</exception>
    public ProviderChoice Read(ParseResult result) => new()
    {
        Provider = result.GetValue(_provider),
        ConfigFile = result.GetValue(_config),
        Emulator = result.GetValue(_emulator) is { } emulator ? EmulatorAddress.Parse(emulator) : null,
        Flags = [.. Flag(result, _region, "Region"), .. Flag(result, _endpoint, "Endpoint"), .. (result.GetValue(_set) ?? []).Select(Setting)],
    };

    private static IEnumerable<KeyValuePair<string, string?>> Flag(ParseResult result, Option<string?> option, string key) =>
        result.GetValue(option) is { } value ? [new(key, value)] : [];

    /// <summary>The value may be a secret: no message repeats it.</summary>
    private static KeyValuePair<string, string?> Setting(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
        ? new(text[..equals].Trim().Replace("__", ":", StringComparison.Ordinal).Replace('.', ':'), text[(equals + 1)..])
        : throw new FormatException("--set: write KEY=VALUE, as in --set DestinationAccountId=100000000000000.");
}
