namespace Acme.Shelf;

public sealed class ShelfInventoryService(ShelfStore store) : InventoryServiceBase(ShelfCapabilities.All)
{
    protected override InventoryRule NormalizeCore(InventoryRule rule) => ShelfDocument.Read(ShelfDocument.Write(rule));

    protected override Task<InventoryRule?> FindCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken) =>
        Send(bucket, ruleId, cancellationToken, folder => FileOf(folder, ruleId) is { Exists: true } file ? Read(file) : null);

    protected override Task<PutReply> PutCoreAsync(string bucket, InventoryRule rule, CancellationToken cancellationToken) =>
        Send(bucket, rule.Id, cancellationToken, folder =>
        {
            var file = FileOf(folder, rule.Id);
            if (!file.Exists && folder.GetFiles().Length == Capabilities.MaxRulesPerBucket)
            {
                throw Error(InventoryErrorKind.RuleLimitReached, bucket, rule.Id, "The bucket is full. Delete a rule first.");
            }

            File.WriteAllText(file.FullName, ShelfDocument.Write(rule));
            return new PutReply(PutReplyKind.Done);
        });

    protected override Task<RulePage> ListPageCoreAsync(string bucket, string? token, CancellationToken cancellationToken) =>
        Send(bucket, null, cancellationToken, folder =>
        {
            var (rules, unreadable) = (new List<InventoryRule>(), new List<UnreadableRule>());
            foreach (var file in folder.GetFiles())
            {
                try
                {
                    rules.Add(Read(file));
                }
                catch (Exception e)
                {
                    unreadable.Add(new(Path.GetFileNameWithoutExtension(file.Name), e.Message, File.ReadAllText(file.FullName)));
                }
            }

            return new RulePage(rules, NextToken: null, unreadable);
        });

    protected override Task DeleteCoreAsync(string bucket, string ruleId, CancellationToken cancellationToken) =>
        Send(bucket, ruleId, cancellationToken, folder => { FileOf(folder, ruleId).Delete(); return true; });

    private static FileInfo FileOf(DirectoryInfo folder, string ruleId) => new(Path.Combine(folder.FullName, $"{ruleId}.json"));

    private static InventoryRule Read(FileInfo file) => ShelfDocument.Read(File.ReadAllText(file.FullName));

    private Task<T> Send<T>(string bucket, string? ruleId, CancellationToken cancellationToken, Func<DirectoryInfo, T> answer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(store.Request(bucket, answer));
        }
        catch (Exception e) when (e is not InventoryException)
        {
            var kind = e is DirectoryNotFoundException ? InventoryErrorKind.BucketNotFound
                : e is IOException ? InventoryErrorKind.Unavailable : InventoryErrorKind.MalformedResponse;
            throw Error(kind, bucket, ruleId, e.Message, e);
        }
    }

    private static InventoryException Error(InventoryErrorKind kind, string bucket, string? ruleId, string message, Exception? cause = null) =>
        new(kind, $"'{ShelfCapabilities.Provider}': {message}", cause) { Provider = ShelfCapabilities.Provider, Bucket = bucket, RuleId = ruleId };
}
