using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>The option that names the journal of commands that write to a fleet.</summary>
internal sealed class JournalOption
{
    private const string Usual = ".inventory-journal";

    private readonly Option<string> _folder = new("--journal")
    {
        Description = "The folder that holds, while a rule is deleted and put anew, what it was and is to be: keep it where it outlives a killed process. "
            + "What is left in it then is settled by inventory apply FILE --recover, with any FILE that has a bucket of each account concerned.",
        HelpName = "folder",
        DefaultValueFactory = _ => Usual,
    };

    /// <summary>Adds it to a command.</summary>
    public void AddTo(Command command) => command.Add(_folder);

    /// <summary>The journal that it names.</summary>
    /// <exception cref="FormatException">It names none.</exception>
    public ApplyJournal Read(ParseResult result) => result.GetValue(_folder) is { Length: > 0 } folder
        ? new(folder, RuleFormats.Extensions)
        : throw new FormatException("--journal: write the path of a folder.");
}
