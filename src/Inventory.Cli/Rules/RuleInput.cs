namespace Inventory.Cli;

/// <summary>Where the text of a rule comes from, as ossutil takes it: a path, <c>file://PATH</c>, the text itself, or standard input.</summary>
internal sealed class RuleInput
{
    private const string FileScheme = "file://";

    private static readonly TextInput Input = new("RULE", "Write a path, file://PATH, - for standard input, or the text itself.", "inventory rule");

    private readonly Func<CancellationToken, Task<string>> _read;

    private RuleInput(string name, Func<CancellationToken, Task<string>> read)
    {
        Name = name;
        _read = read;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>The input that an argument names.</summary>
    public static RuleInput Of(string argument) => argument.AsSpan().TrimStart() switch
    {
        "-" => new(TextInput.StandardInput, Input.ReadStandardInputAsync),
        ['{' or '<', ..] => new("the text on the command line", _ => Task.FromResult(argument)),
        _ => OfFile(argument.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase) ? argument[FileScheme.Length..] : argument),
    };

    /// <summary>Reads the text.</summary>
    /// <exception cref="InventoryException">There is none, it cannot be read, is too long or is not UTF-8; the message says which.</exception>
    public Task<string> ReadAsync(CancellationToken cancellationToken) => _read(cancellationToken);

    private static RuleInput OfFile(string path)
    {
        var isFullWithDrive = OperatingSystem.IsWindows() && path is ['/', _, ':', ..];
        var file = isFullWithDrive ? path[1..] : path;
        return new(file, token => Input.ReadFileAsync(file, token));
    }
}
