using System.CommandLine;
using System.Globalization;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>The options with which a command is told the accounts of a fleet and how to call them: the same for every command on fleets.</summary>
internal sealed class FleetOptions
{
    /// <summary>How many buckets are read or written at once unless stated.</summary>
    public const int DefaultConcurrency = 16;

    private const int MostConcurrency = 1000;

    private readonly Option<string?> _config = new("--config", "-c")
    {
        Description = "The configuration: a section Inventory:ACCOUNT of a JSON file for each account. An account that is not called as its cloud is "
            + "says which it is: \"Provider\": \"oss\". ./appsettings.json, if there is one, if left out. Variables such as Inventory__ACCOUNT__Region come before it, "
            + "and the options here before those.",
        HelpName = "file",
    };

    private readonly Option<string[]> _emulator = new("--emulator")
    {
        Description = "Use a running emulator for all accounts of a cloud: oss=9000, bos=http://127.0.0.1:9001; repeatable. "
            + "Fills in endpoint, region, its key, and a role to write reports.",
        HelpName = "cloud=port|url",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "An option of an account, such as oss:Region=cn-hangzhou or oss:Transport:MaxAttempts=5; repeatable. "
            + "Keys are best left to the environment: Inventory__ACCOUNT__AccessKeyId, and for all accounts of a cloud OSS_ACCESS_KEY_ID and OSS_ACCESS_KEY_SECRET, "
            + "BCE_ACCESS_KEY_ID and BCE_SECRET_ACCESS_KEY.",
        HelpName = "account:key=value",
    };

    private readonly Option<string?> _concurrency = new("--concurrency")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"How many buckets are worked on at once, over all accounts: 1 to {MostConcurrency}; {DefaultConcurrency} if left out."),
        HelpName = "number",
    };

    private readonly Option<string?> _rate = new("--rate")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"How many calls a second each account gets at most, 1 to {AccountLimits.MaxCallsPerSecond}: lists of a bucket and writes of a rule. No limit if left out."),
        HelpName = "number",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_config);
        command.Add(_emulator);
        command.Add(_set);
        command.Add(_concurrency);
        command.Add(_rate);
    }

    /// <summary>What they say.</summary>
    /// <exception cref="FormatException">One of them makes no sense.</exception>
    public FleetSettings Read(ParseResult result) => new()
    {
        ConfigFile = result.GetValue(_config),
        Emulators = Emulators(result.GetValue(_emulator) ?? []),
        Flags = [.. (result.GetValue(_set) ?? []).Select(Setting)],
        Concurrency = result.GetValue(_concurrency) is { } concurrency ? Number("--concurrency", concurrency, MostConcurrency) : DefaultConcurrency,
        Rate = result.GetValue(_rate) is { } rate ? Number("--rate", rate, AccountLimits.MaxCallsPerSecond) : null,
    };

    private static Dictionary<Cloud, string> Emulators(string[] texts)
    {
        Dictionary<Cloud, string> emulators = [];
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || CloudDirectory.Find(text[..equals]) is not { } cloud)
            {
                throw new FormatException($"--emulator: '{ShownText.Of(text)}' does not say which cloud it stands for. Write one of {Forms()}.");
            }

            if (!emulators.TryAdd(cloud, EmulatorAddress.Parse(text[(equals + 1)..])))
            {
                throw new FormatException($"--emulator: {cloud} has two emulators. State one for each cloud.");
            }
        }

        return emulators;

        static string Forms() => string.Join(", ", CloudDirectory.All.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"{c}={9000 + i}")));
    }

    /// <summary>The value may be a secret: no message repeats it.</summary>
    private static (string Account, KeyValuePair<string, string?> Setting) Setting(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var colon = equals < 0 ? -1 : text.IndexOf(':', 0, equals);
        var account = colon < 0 ? "" : text[..colon].Trim();
        var key = colon < 0 ? "" : text[(colon + 1)..equals].Trim().Replace("__", ":", StringComparison.Ordinal).Replace('.', ':');
        return account.Length > 0 && key.Length > 0
            ? (account, new(key, text[(equals + 1)..]))
            : throw new FormatException("--set: write ACCOUNT:KEY=VALUE, as in --set oss:Region=cn-hangzhou.");
    }

    private static int Number(string option, string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{option}: '{ShownText.Of(text)}' is not a whole number from 1 to {most}."));
}
