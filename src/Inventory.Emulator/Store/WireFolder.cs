using System.Globalization;

namespace Inventory.Emulator.Store;

/// <summary>
/// What one wire keeps in <see cref="DataFolder"/>: a file for each bucket and for each rule. A bucket goes by renaming its file to a mark; its rules are
/// removed after that, at the next start at the latest. Not safe for concurrent use; every write may throw an <see cref="IOException"/>.
/// </summary>
internal sealed class WireFolder
{
    private const string Mark = ".deleted";

    private readonly DataFolder _owner;
    private readonly string _buckets;
    private readonly string _rules;

    public WireFolder(DataFolder owner, string path)
    {
        _owner = owner;
        _buckets = Directory.CreateDirectory(Path.Combine(path, "buckets")).FullName;
        _rules = Directory.CreateDirectory(Path.Combine(path, "rules")).FullName;
    }

    /// <summary>Everything, after what was left unfinished is put in order.</summary>
    /// <exception cref="DataFolderException">A file is damaged.</exception>
    public (IReadOnlyList<BucketEntry> Buckets, IReadOnlyList<KeptRule> Rules) Load()
    {
        try
        {
            foreach (var unfinished in Files(_buckets, DataFile.Unfinished).Concat(Files(_rules, DataFile.Unfinished)).ToList())
            {
                File.Delete(unfinished);
            }

            foreach (var mark in Files(_buckets, Mark).ToList())
            {
                Sweep(mark);
            }

            var rules = Files(_rules, DataFile.Extension).Select(ReadRule).ToList();
            var buckets = Files(_buckets, DataFile.Extension).Select(ReadBucket).ToList();
            var names = buckets.Select(bucket => bucket.Name).ToHashSet(StringComparer.Ordinal);
            return rules.Find(rule => !names.Contains(rule.Bucket)) is { } stray
                ? throw DataFile.Damaged(BucketPath(stray.Bucket), $"it is missing, and '{RulePath(stray.Bucket, stray.Id)}' is a rule of it")
                : (buckets, rules);
        }
        catch (Exception failed) when (failed is not DataFolderException && DataFolder.IsRefusal(failed))
        {
            throw _owner.Unusable(failed);
        }
    }

    public void WriteBucket(BucketEntry entry)
    {
        _owner.ThrowIfClosed();
        var path = BucketPath(entry.Name);
        if (File.Exists(path + Mark))
        {
            Sweep(path + Mark);
        }

        DataFile.Write(
            path,
            [("name", entry.Name), ("region", entry.Region), ("owner", entry.Bucket.Owner), ("created", entry.Created.ToString("O", CultureInfo.InvariantCulture))]);
    }

    public void DeleteBucket(string bucket)
    {
        _owner.ThrowIfClosed();
        var path = BucketPath(bucket);
        File.Move(path, path + Mark, overwrite: true);
        try
        {
            Sweep(path + Mark);
        }
        catch (Exception failed) when (DataFolder.IsRefusal(failed))
        {
            // The bucket is gone all the same; the mark says that its rules are to go.
        }
    }

    public void WriteRule(string bucket, string id, string document)
    {
        _owner.ThrowIfClosed();
        DataFile.Write(RulePath(bucket, id), [("bucket", bucket), ("id", id), ("document", document)]);
    }

    public void DeleteRule(string bucket, string id)
    {
        _owner.ThrowIfClosed();
        File.Delete(RulePath(bucket, id));
    }

    private string BucketPath(string bucket) => Path.Combine(_buckets, DataFile.NameFor(bucket));

    private string RulePath(string bucket, string id) => Path.Combine(_rules, DataFile.NameFor(bucket, id));

    private static IEnumerable<string> Files(string folder, string extension) =>
        Directory.EnumerateFiles(folder).Where(path => path.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Removes what is left of a bucket that went.</summary>
    private void Sweep(string mark)
    {
        var bucket = ReadBucket(mark).Name;
        foreach (var path in Files(_rules, DataFile.Extension).Where(path => ReadRule(path).Bucket == bucket).ToList())
        {
            File.Delete(path);
        }

        File.Delete(mark);
    }

    private BucketEntry ReadBucket(string path)
    {
        var content = DataFile.Read(path, "name", "region", "owner", "created");
        var isRead = DateTimeOffset.TryParseExact(content["created"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var created);
        return isRead && content["name"] is { } name && content["region"] is { } region && path.StartsWith(BucketPath(name), StringComparison.Ordinal)
            ? new(new(name, region, content["owner"]), created)
            : throw DataFile.Damaged(path, "it is not of the bucket that it names");
    }

    private KeptRule ReadRule(string path)
    {
        var content = DataFile.Read(path, "bucket", "id", "document");
        return content["bucket"] is { } bucket && content["id"] is { } id && content["document"] is { } document && path == RulePath(bucket, id)
            ? new(bucket, id, document)
            : throw DataFile.Damaged(path, "it is not of the rule that it names");
    }
}

/// <summary>A rule as it is kept.</summary>
internal sealed record KeptRule(string Bucket, string Id, string Document);
