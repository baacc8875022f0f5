using System.Globalization;
using System.Runtime.CompilerServices;

namespace Inventory;

/// <content>Listing across pages.</content>
public abstract partial class InventoryServiceBase
{
    // A bucket may hold more than its documents say, by ticket or since yesterday; not this much more.
    private const int MostTimesTheLimit = 10;

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
        UnreadableRules? unreadable = null;
        HashSet<string>? asked = null;
        string? token = null;
        var (emptyPages, pages, rules) = (0, 0, 0L);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await ListPageCoreAsync(bucket, token, cancellationToken).ConfigureAwait(false);
            (pages, rules) = (pages + 1, rules + page.Count);
            RefuseTooMuch(bucket, page, pages, rules);
            foreach (var rule in page.Rules)
            {
                yield return rule;
            }

            if (page.Unreadable is { Count: > 0 })
            {
                (unreadable ??= new()).Add(page);
            }

            emptyPages = page.Count == 0 ? emptyPages + 1 : 0;
            if (page.NextToken is { } next && (!(asked ??= new(StringComparer.Ordinal)).Add(next) || emptyPages == CoreOperations.MostEmptyPages))
            {
                throw NoList(bucket, page, "The service asks for one page after another and never comes to an end.");
            }

            token = page.NextToken;
        }
        while (token is not null);

        unreadable?.ThrowIfAny(Capabilities.Provider, bucket);
    }

    /// <summary>Fails where more came than a bucket can hold: such a list need not end. Rules that cannot be read count.</summary>
    private void RefuseTooMuch(string bucket, RulePage page, int pages, long rules)
    {
        if (Capabilities.MaxRulesPerBucket is not { } limit)
        {
            return;
        }

        var most = (long)MostTimesTheLimit * limit;
        if (rules > most || pages > most + 1)
        {
            throw NoList(bucket, page, string.Create(CultureInfo.InvariantCulture,
                $"The service lists more than {most} rules or pages, and a bucket holds {limit} rules: it need never come to an end."));
        }
    }

    private InventoryException NoList(string bucket, RulePage page, string message) =>
        new(InventoryErrorKind.MalformedResponse, $"'{_settings.NameOn(Capabilities)}': {message}")
        {
            Provider = Capabilities.Provider,
            Bucket = bucket,
            RequestId = page.RequestId,
            HttpStatus = page.HttpStatus,
            Attempts = page.Attempts,
            Elapsed = page.Elapsed,
        };
}
