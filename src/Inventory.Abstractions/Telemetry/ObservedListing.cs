using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Inventory;

/// <summary>
/// A list as those see it who listen: one span from the first item asked for until the end, or until the caller has seen enough.
/// The span is current while a page is read, and never where the caller runs.
/// </summary>
internal static class ObservedListing
{
    public static async IAsyncEnumerable<InventoryRule> Of(
        IAsyncEnumerable<InventoryRule> rules, string provider, InventoryServiceSettings settings, string bucket, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var operation = ObservedOperation.Start(OperationName.List, provider, settings, bucket, null);
        var outcome = "Abandoned";
        var count = 0;
        var walk = rules.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                bool isThere;
                try
                {
                    isThere = await MoveNextAsync(walk, operation.Span).ConfigureAwait(false);
                }
                catch (Exception e)
                {
                    operation.With(AttributeNames.ReturnedRules, count).Fail(e, cancellationToken);
                    outcome = null;
                    throw;
                }

                if (!isThere)
                {
                    outcome = "Listed";
                    yield break;
                }

                count++;
                yield return walk.Current;
            }
        }
        finally
        {
            await walk.DisposeAsync().ConfigureAwait(false);
            if (outcome is not null)
            {
                operation.With(AttributeNames.ReturnedRules, count).Succeed(outcome);
            }
        }
    }

    // An iterator runs in its caller's context each time anew, where the span is not current; what an async method sets is undone when it returns.
    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<InventoryRule> walk, Activity? span)
    {
        if (span is not null)
        {
            Activity.Current = span;
        }

        return await walk.MoveNextAsync().ConfigureAwait(false);
    }
}
