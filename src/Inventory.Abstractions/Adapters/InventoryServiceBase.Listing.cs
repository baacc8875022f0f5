using System.Runtime.CompilerServices;

namespace Inventory;

/// <content>Listing across pages.</content>
public abstract partial class InventoryServiceBase
{
    /// <inheritdoc/>
    public IAsyncEnumerable<InventoryRule> ListAsync(string bucket, CancellationToken cancellationToken = default)
    {
        CheckBucket(bucket);
        return ObservedOperation.IsWanted
            ? ObservedListing.Of(Pages(bucket, CancellationToken.None), Capabilities.Provider, _settings, bucket, cancellationToken)
            : Pages(bucket, cancellationToken);
    }

    private async IAsyncEnumerable<InventoryRule> Pages(string bucket, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<UnreadableRule> unreadable = [];
        HashSet<string> asked = new(StringComparer.Ordinal);
        string? token = null;
        var emptyPages = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await ListPageCoreAsync(bucket, token, cancellationToken).ConfigureAwait(false);
            foreach (var rule in page.Rules)
            {
                yield return rule;
            }

            unreadable.AddRange(page.Unreadable ?? []);
            emptyPages = page.Rules.Count == 0 && page.Unreadable is not { Count: > 0 } ? emptyPages + 1 : 0;
            if (page.NextToken is { } next && (!asked.Add(next) || emptyPages == CoreOperations.MostEmptyPages))
            {
                throw Error(InventoryErrorKind.MalformedResponse, bucket, null, "The service asks for one page after another and never comes to an end.");
            }

            token = page.NextToken;
        }
        while (token is not null);

        if (unreadable.Count > 0)
        {
            throw new UnreadableRulesException(Capabilities.Provider, bucket, unreadable);
        }
    }
}
