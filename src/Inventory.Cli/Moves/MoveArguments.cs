using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>The options that say what moves where, and what is accepted.</summary>
internal sealed class MoveArguments
{
    private const string BucketForm = "SOURCE, or SOURCE=TARGET where it has another name there";

    private static readonly TextInput Input = new("--buckets", "Write a path, or - for standard input.", "list of buckets");

    private readonly Option<string> _from = new("--from") { Description = "The account whose rules move. They stay there as they are.", HelpName = "account", Required = true };

    private readonly Option<string> _to = new("--to") { Description = "The account that they move to.", HelpName = "account", Required = true };

    private readonly Option<string[]> _bucket = new("--bucket", "-b") { Description = $"A bucket whose rules move: {BucketForm}; repeatable.", HelpName = "source[=target]" };

    private readonly Option<string?> _buckets = new("--buckets")
    {
        Description = "A file of such buckets, one a line; what follows a # is a comment. A path, or - for standard input.",
        HelpName = "file",
    };

    private readonly Option<string[]> _destination = new("--destination")
    {
        Description = "Where reports go at the target instead of a bucket of the source: reports=reports-cn; repeatable. A bucket that is not named keeps its name.",
        HelpName = "from=to",
    };

    private readonly Option<string[]> _accept = new("--accept")
    {
        Description = "A change that you accept where the target cannot hold a rule as it stands: for every rule that needs it, or for the one before the colon, which goes first. "
            + "schedule=Weekly, drop=OptionalFields, nightly:drop=Destination.Encryption, nightly:Id=nightly-2; split=Filter.Prefixes makes one rule a prefix. Repeatable.",
        HelpName = "[rule:]change",
    };

    private readonly Option<string[]> _leave = new("--leave") { Description = "The id of a rule that stays behind; repeatable.", HelpName = "rule" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_to);
        command.Add(_bucket);
        command.Add(_buckets);
        command.Add(_destination);
        command.Add(_accept);
        command.Add(_leave);
    }

    /// <summary>The accounts of both sides.</summary>
    public IEnumerable<string> Accounts(ParseResult result) => [result.GetValue(_from)!, result.GetValue(_to)!];

    /// <summary>What they say.</summary>
    /// <exception cref="FormatException">One of them makes no sense, or no bucket is named.</exception>
    /// <exception cref="InventoryException">The file of buckets cannot be read.</exception>
    public async Task<MoveOptions> ReadAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var accept = (result.GetValue(_accept) ?? []).Select(Accepted).ToValueList();
        var destinations = (result.GetValue(_destination) ?? []).Select(d => Pair("--destination", d, isTargetNeeded: true)).ToValueList();
        List<MovedBucket> buckets = [.. (result.GetValue(_bucket) ?? []).Select(b => Pair("--bucket", b, isTargetNeeded: false))];
        if (result.GetValue(_buckets) is { } file)
        {
            buckets.AddRange((await Input.ReadLinesAsync(file, cancellationToken)).Select(l => Pair(l.Place, l.Line, isTargetNeeded: false)));
        }

        return buckets.Count == 0 ? throw new FormatException($"No bucket is named. Write --bucket {BucketForm}, or --buckets FILE.") : new()
        {
            From = result.GetValue(_from)!,
            To = result.GetValue(_to)!,
            Buckets = [.. buckets],
            Destinations = destinations,
            Accept = accept,
            Leave = [.. result.GetValue(_leave) ?? []],
        };
    }

    private static MovedBucket Pair(string place, string text, bool isTargetNeeded)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (source, target) = equals < 0 ? (text.Trim(), isTargetNeeded ? "" : text.Trim()) : (text[..equals].Trim(), text[(equals + 1)..].Trim());
        return source.Length > 0 && target.Length > 0
            ? new(source, target)
            : throw new FormatException($"{place}: '{ShownText.Of(text)}' names no bucket. Write {(isTargetNeeded ? "FROM=TO" : BucketForm)}.");
    }

    private static MoveAcceptance Accepted(string text)
    {
        try
        {
            return MoveAcceptance.Parse(text);
        }
        catch (FormatException e)
        {
            throw new FormatException($"--accept: {e.Message}", e);
        }
    }
}
