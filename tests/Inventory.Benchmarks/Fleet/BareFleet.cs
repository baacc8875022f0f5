using System.Diagnostics;

namespace Inventory.Benchmarks.Fleet;

/// <summary>
/// The requests of a fleet through a bare <see cref="HttpClient"/>, signed before: every list first, then each bucket's writes one after another, several buckets
/// at once. Each request is built anew and each answer read whole; nothing is looked at but the status.
/// </summary>
internal sealed class BareFleet(IReadOnlyCollection<RecordedCall> calls, int concurrency)
{
    private readonly IReadOnlyList<RecordedCall[]> _lists = ByBucket(calls.Where(c => c.IsList));
    private readonly IReadOnlyList<RecordedCall[]> _writes = ByBucket(calls.Where(c => !c.IsList));

    /// <summary>Sends them, and says how long the lists took and how long all took.</summary>
    public async Task<(TimeSpan Lists, TimeSpan Whole)> RunAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var started = Stopwatch.GetTimestamp();
        await SendAsync(client, _lists);
        var lists = Stopwatch.GetElapsedTime(started);
        await SendAsync(client, _writes);
        return (lists, Stopwatch.GetElapsedTime(started));
    }

    private Task SendAsync(HttpClient client, IReadOnlyList<RecordedCall[]> buckets) =>
        Parallel.ForEachAsync(buckets, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (bucket, cancellationToken) =>
        {
            foreach (var call in bucket)
            {
                using var request = call.ToMessage();
                using var answer = await client.SendAsync(request, cancellationToken);
                if (!answer.IsSuccessStatusCode && !(call.Method == HttpMethod.Get && answer.StatusCode == System.Net.HttpStatusCode.NotFound))
                {
                    throw new InvalidOperationException($"{call.Method} {call.Uri} was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
                }
            }
        });

    private static List<RecordedCall[]> ByBucket(IEnumerable<RecordedCall> calls)
    {
        var byBucket = calls.ToLookup(c => c.Bucket);
        return [.. FleetCloud.Buckets.Select(b => byBucket[b.Bucket].ToArray())];
    }
}
