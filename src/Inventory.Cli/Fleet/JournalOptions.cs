using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>The options of commands that write to a fleet: where the journal is, and that what stands in it is to be settled.</summary>
internal sealed class JournalOptions
{
    private const string Usual = ".inventory-journal";

    private readonly Option<string> _folder = new("--journal")
    {
        Description = "The folder that holds, while a rule is deleted and put anew, what it was and is to be: keep it where it outlives a killed process. "
            + "What is left in it then is settled by --recover.",
        HelpName = "folder",
        DefaultValueFactory = _ => Usual,
    };

    private readonly Option<bool> _recover = new("--recover")
    {
        Description = "Finish or undo the replacements that a killed process left in the journal, and nothing else: afterwards each rule is as it was, or as it was to be.",
    };

    private readonly Option<string> _settle = new("--settle")
    {
        Description = "How long --recover waits first, for what the killed process had sent and the cloud has not done yet: 0s to 1h.",
        HelpName = "span",
        DefaultValueFactory = _ => "5s",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_folder);
        command.Add(_recover);
        command.Add(_settle);
    }

    /// <summary>The journal.</summary>
    /// <exception cref="FormatException">It has no name.</exception>
    public ApplyJournal Read(ParseResult result) => result.GetValue(_folder) is { Length: > 0 } folder
        ? new(folder, RuleFormats.Extensions)
        : throw new FormatException("--journal: write the path of a folder.");

    /// <summary>Whether the journal is to be settled, and nothing else done.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="others">Options that say how something else is done.</param>
    /// <exception cref="FormatException">Options are stated that mean nothing then.</exception>
    public bool IsRecovery(ParseResult result, params Option[] others)
    {
        var isRecovery = result.GetValue(_recover);
        if (isRecovery && others.FirstOrDefault(o => IsStated(result, o)) is { } other)
        {
            throw new FormatException($"{other.Name}: --recover settles the journal and does nothing else. Leave one of them out.");
        }

        return isRecovery || !IsStated(result, _settle)
            ? isRecovery
            : throw new FormatException("--settle: it is for --recover. Add that, or leave it out.");
    }

    /// <summary>Settles what stands in the journal, and says what became of it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="FormatException">An option makes no sense.</exception>
    public async Task<int> RecoverAsync(ParseResult result, FleetSession session, bool isJson, CancellationToken cancellationToken)
    {
        var options = new FleetRecoveryOptions { Limits = session.Limits, SettleTime = Settle(result) };
        var recovered = await new FleetRecovery(session.Service, Read(result), options).RunAsync(cancellationToken);
        await result.InvocationConfiguration.Output.WriteAsync(isJson ? RecoveryJson.Write(recovered) : RecoveryText.Write(recovered));
        return recovered.IsAllSettled ? ExitCodes.Done : ExitCodes.BucketsFailed;
    }

    private static bool IsStated(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private TimeSpan Settle(ParseResult result)
    {
        var text = result.GetValue(_settle)!;
        return Spans.TryRead(text, out var span) && span <= FleetRecoveryOptions.LongestSettleTime
            ? span
            : throw new FormatException($"--settle: '{ShownText.Of(text)}' is not a span from 0s to 1h. Write one such as 500ms, 5s or 1m.");
    }
}
