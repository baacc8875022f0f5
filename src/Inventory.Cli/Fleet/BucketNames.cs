using System.CommandLine;
using Inventory.Planning;

namespace Inventory.Cli;

/// <summary>The buckets that a command line names itself, without a fleet file: as arguments, and in a file of lines.</summary>
internal sealed class BucketNames
{
    private const string Form = "Write ACCOUNT/BUCKET, as in oss/examplebucket";

    private static readonly TextInput Input = new("--buckets", "Write a path, or - for standard input.", "list of buckets");

    private readonly Argument<string[]> _names = new("ACCOUNT/BUCKET")
    {
        Description = "A bucket, with the account that it is in: a section Inventory:ACCOUNT of the configuration, or the name of a cloud. Buckets are not looked for: name each.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _file = new("--buckets")
    {
        Description = "More of them: a file with one ACCOUNT/BUCKET a line, or - for standard input. What follows a # is a comment.",
        HelpName = "file",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_names);
        command.Add(_file);
    }

    /// <summary>The buckets, each once, in the order in which they are named. An account is called as it is called first.</summary>
    /// <exception cref="FormatException">A name makes no sense, or there is none.</exception>
    /// <exception cref="InventoryException">The file cannot be read.</exception>
    public async Task<DesiredState> ReadAsync(ParseResult result, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        Dictionary<string, string> accounts = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<(string Account, string Bucket), DesiredBucket> buckets = [];
        IEnumerable<(string Place, string Text)> named = [.. (result.GetValue(_names) ?? []).Select(n => ("", n))];
        if (result.GetValue(_file) is { } file)
        {
            named = named.Concat((await Input.ReadLinesAsync(file, cancellationToken)).Select(l => ($"{l.Place}: ", l.Line)));
        }

        foreach (var (place, text) in named)
        {
            if (Problem(text) is { } problem)
            {
                problems.Add($"{place}'{ShownText.Of(text)}' {problem}");
                continue;
            }

            var slash = text.IndexOf('/', StringComparison.Ordinal);
            _ = accounts.TryAdd(text[..slash], text[..slash]);
            var (account, bucket) = (accounts[text[..slash]], text[(slash + 1)..]);
            _ = buckets.TryAdd((account, bucket), new() { Account = account, Bucket = bucket });
        }

        if (problems.Count > 0)
        {
            throw new FormatException(string.Join('\n', problems));
        }

        return buckets.Count > 0
            ? new() { Buckets = [.. buckets.Values] }
            : throw new FormatException($"No bucket is named. {Form}, or --buckets with a file of such lines.");
    }

    private static string? Problem(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0 || slash == text.Length - 1 || text.LastIndexOf('/') > slash ? $"does not name a bucket. {Form}."
            : text.AsSpan(slash).ContainsAny('*', '?') ? "is a pattern, and no bucket is looked for. Name each bucket."
            : null;
    }
}
