namespace Inventory.Emulator;

/// <summary>
/// <see cref="EmulatorOptions.DataDirectory"/> cannot be used: another emulator has it, it cannot be read or written, or a file in it is damaged. The message
/// names the folder or the file, and says what to do.
/// </summary>
public sealed class DataFolderException : IOException
{
    /// <summary>Makes one without a message of its own.</summary>
    public DataFolderException()
    {
    }

    /// <summary>Makes one.</summary>
    public DataFolderException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    public DataFolderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
