using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Inventory.Cli;

/// <summary>Says what is wrong with a command line: on stderr, without a page of help, and without what might be a secret.</summary>
internal static class ParseErrors
{
    private static readonly string[] SecretWords = ["secret", "token", "key"];

    public static async Task<int> ReportAsync(ParseResult result, ParseErrorAction action, IReadOnlyList<string> arguments)
    {
        // A page of help would push what is wrong out of sight.
        action.ShowHelp = false;
        var said = new StringWriter();
        var code = await result.InvokeAsync(new() { Output = said, Error = said, EnableDefaultExceptionHandler = false });
        var text = result.Errors.Where(IsWithoutName).Aggregate(
            said.ToString(), (all, error) => all.Replace(error.Message, $"{((OptionResult)error.SymbolResult!).Option.Name}: {error.Message}", StringComparison.Ordinal));
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).Distinct();
        await Console.Error.WriteLineAsync(Hide(string.Join('\n', lines), arguments));
        return code;
    }

    /// <summary>Whether a message speaks of the value of an option and does not say of which.</summary>
    private static bool IsWithoutName(ParseError error) =>
        error.SymbolResult is OptionResult { Option: var option } && !error.Message.Contains(option.Name, StringComparison.Ordinal);

    /// <summary>Takes out what stands where a secret would: after the equals sign of a key that sounds like one, or in the argument after such a key.</summary>
    internal static string Hide(string text, IReadOnlyList<string> arguments)
    {
        List<string> secrets = [];
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var word = argument.StartsWith('{') || argument.StartsWith('<')
                ? -1
                : SecretWords.Max(w => argument.LastIndexOf(w, StringComparison.OrdinalIgnoreCase));
            if (word < 0)
            {
                continue;
            }

            var equals = argument.IndexOf('=', argument.StartsWith("--set=", StringComparison.Ordinal) ? "--set=".Length : 0);
            secrets.Add(equals >= 0 ? argument[(equals + 1)..] : i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-') ? arguments[i + 1] : "");
        }

        return secrets.Where(s => s.Length > 0).OrderByDescending(s => s.Length).Aggregate(text, (t, secret) => t.Replace(secret, "…", StringComparison.Ordinal));
    }
}
