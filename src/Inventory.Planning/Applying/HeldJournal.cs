using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>The folder of a journal, held by this process alone. Entries may be written and removed by several threads at once.</summary>
internal sealed class HeldJournal : IDisposable
{
    private const string Suffix = ".json";
    private const string Unfinished = ".tmp";
    private const string LockName = "inventory-journal.lock";
    private const int LongestEntry = 16 * 1024 * 1024;

    private readonly string _folder;
    private readonly JournalForm _form;
    private readonly FileStream _lock;

    private HeldJournal(string folder, RuleNodes rules, FileStream held) => (_folder, _form, _lock) = (folder, new(rules), held);

    /// <summary>Holds a folder, and makes it where there is none.</summary>
    /// <exception cref="InventoryException">Somebody else holds it, or it cannot be used.</exception>
    public static HeldJournal Of(string folder, RuleNodes rules)
    {
        try
        {
            var path = Path.GetFullPath(folder);
            MakeFolder(path);
            HeldJournal journal = new(path, rules, Lock(Path.Combine(path, LockName), folder));
            journal.RemoveUnfinished();
            return journal;
        }
        catch (Exception e) when (IsRefusal(e) || e is ArgumentException or NotSupportedException)
        {
            throw new InventoryException(
                InventoryErrorKind.InvalidConfiguration, $"The journal's folder '{Shown(folder)}' cannot be used: {e.Message} Choose a folder that this process may read and write.", e);
        }
    }

    /// <summary>What earlier processes left, by the names of the files.</summary>
    public IReadOnlyList<JournalFile> Read()
    {
        try
        {
            return [.. Directory.EnumerateFiles(_folder, "*" + Suffix).Order(StringComparer.Ordinal).Select(Read)];
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw new InventoryException(InventoryErrorKind.InvalidConfiguration, $"The journal's folder '{Shown(_folder)}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes an entry to the disk. When this returns it is there, whole.</summary>
    /// <returns>Its file.</returns>
    /// <exception cref="InventoryException">It could not be written, or a rule has a part that no file can hold.</exception>
    public string Write(JournalEntry entry)
    {
        // Names of rules and buckets may hold anything, and two of them may differ in case alone: a file's name says nothing of them.
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + Suffix);
        try
        {
            var text = _form.Write(entry);
            using (var file = new FileStream(path + Unfinished, Options(FileMode.CreateNew)))
            {
                file.Write(text);
                file.Flush(flushToDisk: true);
            }

            File.Move(path + Unfinished, path);
            return path;
        }
        catch (Exception e) when (e is not InventoryException)
        {
            _ = TryRemove(path + Unfinished);
            throw new InventoryException($"The journal could not be written, so the replacement was not begun: {(IsRefusal(e) ? e.Message : e.GetType().FullName)}", e);
        }
    }

    /// <summary>Removes an entry; false where the disk refuses.</summary>
    public static bool TryRemove(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return false;
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = Directory.CreateDirectory(path);
        }
        else
        {
            _ = Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStream Lock(string path, string folder)
    {
        const int mostTries = 10;
        var options = Options(FileMode.OpenOrCreate);
        options.Options = FileOptions.DeleteOnClose;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new(path, options);
            }
            catch (IOException taken)
            {
                // One look decides: between two, who had it may give it back.
                var isThere = File.Exists(path);
                if (!isThere && tries < mostTries)
                {
                    continue;
                }

                throw !isThere ? new IOException(taken.Message, taken) : new InventoryException(
                    InventoryErrorKind.Unavailable, $"The journal's folder '{Shown(folder)}' is in use by another apply or recovery. Wait until it ends, or use another folder.", taken);
            }
        }
    }

    /// <summary>Removes what was not written to its end: the replacements of it had not begun.</summary>
    private void RemoveUnfinished()
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*" + Suffix + Unfinished).Where(IsOurs))
        {
            File.Delete(file);
        }
    }

    /// <summary>Whether a file is called as entries are: somebody else's is not for a journal to remove.</summary>
    private static bool IsOurs(string file) => Guid.TryParseExact(Path.GetFileName(file)[..^(Suffix + Unfinished).Length], "N", out _);

    private JournalFile Read(string path)
    {
        try
        {
            return new FileInfo(path).Length > LongestEntry
                ? new(path, null, "It is longer than 16 MiB.")
                : new(path, _form.Read(File.ReadAllBytes(path)), null);
        }
        catch (InvalidDocumentException e)
        {
            return new(path, null, string.Join(' ', e.Problems.Select(p => p.ToString())));
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return new(path, null, e.Message);
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException;

    private static string Shown(string folder) => ShownText.Of(folder, 300);
}

/// <summary>A file of a journal.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Entry">What it says; null where it cannot be read.</param>
/// <param name="Problem">Why it cannot be read.</param>
internal sealed record JournalFile(string Path, JournalEntry? Entry, string? Problem)
{
    /// <summary>Its name in the folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
