namespace Inventory.Emulator.Store;

/// <summary>
/// <see cref="EmulatorOptions.DataDirectory"/>: a folder for each wire, and a lock that this process holds until it ends, however it does. Nothing is written
/// outside it: file names are digests.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;
    private volatile bool _isClosed;

    private DataFolder(string path, FileStream held) => (_path, _lock) = (path, held);

    /// <summary>Opens a folder, which need not exist.</summary>
    /// <exception cref="DataFolderException">Another process has it, or it cannot be written.</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            var folder = Directory.CreateDirectory(path).FullName;
            return new(folder, Hold(Path.Combine(folder, "lock"), folder));
        }
        catch (Exception failed) when (failed is not DataFolderException && (IsRefusal(failed) || failed is ArgumentException or NotSupportedException))
        {
            throw Unusable(path, failed);
        }
    }

    /// <summary>What one wire keeps.</summary>
    /// <exception cref="DataFolderException">The folder cannot be written.</exception>
    public WireFolder Of(string wire)
    {
        try
        {
            return new(this, Path.Combine(_path, wire));
        }
        catch (Exception failed) when (IsRefusal(failed))
        {
            throw Unusable(failed);
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        _lock.Dispose();
    }

    /// <summary>Whether a disk refused.</summary>
    public static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException;

    public DataFolderException Unusable(Exception cause) => Unusable(_path, cause);

    /// <summary>Another process may have the folder now.</summary>
    public void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new IOException("The emulator has stopped.");
        }
    }

    private static FileStream Hold(string path, string folder)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new DataFolderException($"The data folder '{folder}' is in use by another emulator. Stop it, or choose another folder.", taken);
        }
    }

    private static DataFolderException Unusable(string path, Exception cause) =>
        new($"The data folder '{path}' cannot be used: {cause.Message} Choose a folder that this process may read and write.", cause);
}
