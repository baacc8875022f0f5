namespace Acme.Shelf;

/// <summary>The back end: a folder for each bucket. It answers one request at a time, and counts them.</summary>
public sealed class ShelfStore(DirectoryInfo root)
{
    private readonly Lock _lock = new();

    public long RequestCount { get; private set; }

    public T Request<T>(string bucket, Func<DirectoryInfo, T> answer)
    {
        lock (_lock)
        {
            RequestCount++;
            var folder = new DirectoryInfo(Path.Combine(root.FullName, bucket));
            return folder.Exists ? answer(folder) : throw new DirectoryNotFoundException($"There is no bucket '{bucket}'.");
        }
    }
}
