namespace Inventory.Emulator.Tests.Support;

/// <summary>A folder of a test's own, removed at its end.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inventory-emulator-");

    public string Root => _folder.FullName;

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>The full paths of what lies in it, not of what lies deeper.</summary>
    public string[] Entries() => Directory.GetFileSystemEntries(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);
}
