using System.Net.Sockets;
using Inventory.Emulator;
using Inventory.Http;

namespace Inventory.Tests.Faults;

/// <summary>Many tasks on one instance. Derive a fixture from it for each cloud.</summary>
public abstract class LoadTest
{
    private const int Tasks = 64;
    private const int Operations = 10_000;
    private const string Key = "load-key";
    private const string Secret = "key-secret-0123456789";
    private const string Token = "session-token-abcdef";
    private const string NextToken = "session-token-abcdef-2";

    protected abstract MatrixCloud Cloud { get; }

    /// <summary>
    /// HTTP/1.1 has one request at a time on a connection, each task has one request at a time, and a connection is opened only where none is free. While it
    /// opens another may come free and take its request, so on a busy machine a task may come to open a second one: twice the tasks is the bound.
    /// </summary>
    [Test]
    public async Task Ten_thousand_mixed_operations_of_64_tasks_fail_nowhere_and_need_128_sockets_at_most_and_one_fetch_for_each_key()
    {
        await using var emulator = await InventoryEmulator.StartAsync(new()
        {
            Credentials = [new(Key, Secret, Token), new(Key, Secret, NextToken)],
            Buckets = [new(EmulatorBucket.DefaultDestination), .. Enumerable.Range(0, Tasks).Select(t => new EmulatorBucket(Bucket(t)))],
        });
        var (sockets, fetches, done) = (0, 0, 0);
        var clock = new LeapingClock();
        var credentials = new RefreshingCredentials(
            limit =>
            {
                limit.ThrowIfCancellationRequested();
                var token = Interlocked.Increment(ref fetches) == 1 ? Token : NextToken;
                return new(new CloudCredentials(Key, Secret, token, clock.GetUtcNow().AddHours(1)));
            },
            clock);
        using var connection = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, token) =>
            {
                _ = Interlocked.Increment(ref sockets);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var service = Cloud.Connect(emulator, credentials, connection, TimeProvider.System, new());
        using var end = service as IDisposable;

        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(t => Task.Run(async () =>
        {
            for (var turn = 0; Interlocked.Increment(ref done) is var number && number <= Operations; turn++)
            {
                if (number == Operations / 2)
                {
                    clock.Leap(TimeSpan.FromHours(2));
                }

                await RunAsync(service, Bucket(t), turn);
            }
        })));

        await TestContext.Out.WriteLineAsync($"{Cloud.Wire}: {Operations} operations of {Tasks} tasks, {sockets} sockets, {fetches} fetches of credentials.");
        Assert.That(fetches, Is.EqualTo(2), "one at the beginning, and one for all tasks when the key had ended");
        Assert.That(emulator.Requests.Select(r => r.Headers.Select(h => h.Value)), Has.All.Contains(NextToken), "those that the emulator remembers came after that");
        Assert.That(sockets, Is.InRange(1, 2 * Tasks));
        foreach (var t in Enumerable.Range(0, Tasks))
        {
            Assert.That(emulator.StoredRules(Cloud.Wire, Bucket(t)), Has.Count.LessThanOrEqualTo(1), "one task's rules are not another's");
        }
    }

    /// <summary>One of a round of operations, each of which knows what the ones before it left.</summary>
    private static async Task RunAsync(IInventoryService service, string bucket, int turn)
    {
        var rule = MatrixRules.Of("target");
        var other = rule with { IsEnabled = false };
        switch (turn % 8)
        {
            case 0:
                Assert.That((await service.PutAsync(bucket, rule)).Outcome, Is.EqualTo(PutOutcome.Created));
                break;
            case 1:
                Assert.That(await service.FindAsync(bucket, rule.Id), Is.EqualTo(rule));
                break;
            case 2:
                Assert.That((await service.PutAsync(bucket, rule)).Outcome, Is.EqualTo(PutOutcome.Unchanged));
                break;
            case 3:
                Assert.That((await service.PutAsync(bucket, other, new() { Mode = PutMode.ReplaceOnly })).Outcome, Is.EqualTo(PutOutcome.Replaced));
                break;
            case 4:
                Assert.That(await service.ListAsync(bucket).ToListAsync(), Is.EqualTo([other]));
                break;
            case 5:
                await service.DeleteAsync(bucket, rule.Id);
                break;
            case 6:
                Assert.That(await service.FindAsync(bucket, rule.Id), Is.Null);
                break;
            default:
                Assert.That(await service.ListAsync(bucket).ToListAsync(), Is.Empty);
                break;
        }
    }

    /// <summary>The system's clock, ahead of it from a leap on.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long _ahead;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

        public void Leap(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
    }

    private static string Bucket(int task) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"task-{task:00}");
}
