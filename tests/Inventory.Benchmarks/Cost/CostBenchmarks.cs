using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Xml;
using BenchmarkDotNet.Attributes;
using RestSharp;

namespace Inventory.Benchmarks.Cost;

/// <summary>
/// What an operation costs beside the same requests, signed beforehand, through a bare client. The setup makes sure that all three send the same bytes,
/// but for what time changes and for the order of headers, and that the adapter reads the answers.
/// </summary>
/// <remarks>A short job measures code that the compiler has not finished with, and calls between threads need many turns: so this has a job of its own.</remarks>
[SimpleJob(warmupCount: 60, iterationCount: 25)]
[IterationTime(200)]
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls Close, and knows no Dispose.")]
public class CostBenchmarks
{
    private const int Tasks = 4;
    private const int OperationsOfATask = 16;

    private readonly CannedServer _server = new();
    private readonly HttpClient _http = new(Handler());
    private IInventoryService _service = null!;
    private RestClient _rest = null!;
    private SignedRequest[] _requests = [];

    /// <summary>What is done.</summary>
    [ParamsAllValues]
    public CostScenario Scenario { get; set; }

    /// <summary>Teaches the server its answers, and records what the adapter sends.</summary>
    [GlobalSetup]
    public async Task RecordRequests()
    {
        _service = Scenario < CostScenario.BosPut ? await CostCloud.OssAsync(_server) : await CostCloud.BosAsync(_server);
        var sent = await _server.RecordAsync(OneOfAdapter);
        _requests = [.. sent.Select(text => SignedRequest.Parse(_server.Address, text))];
        _rest = new RestClient(
            new HttpClient(Handler()),
            new RestClientOptions
            {
                UserAgent = _requests[0].Headers.Single(header => header.Key == "User-Agent").Value,
                FollowRedirects = false,
                Timeout = Timeout.InfiniteTimeSpan,
                DisableCharset = true,
            },
            disposeHttpClient: true);
        await MakeSureOfAsync(sent, OneOfRestClient);
        await MakeSureOfAsync(sent, OneOfHttpClient);
        if (Scenario == CostScenario.OssList && (await _service.ListAsync(CostCloud.Bucket).CountAsync(), sent.Count) is not (1000, 10))
        {
            throw new InvalidOperationException("The list is not one of 1,000 rules in ten pages.");
        }

        if (Scenario is CostScenario.OssFind or CostScenario.BosFind && await _service.FindAsync(CostCloud.Bucket, CostCloud.RuleId) is null)
        {
            throw new InvalidOperationException("The rule is not found.");
        }

        Console.WriteLine($"// {Scenario}: {sent.Count} request(s) an operation");
    }

    /// <summary>Closes the connections.</summary>
    [GlobalCleanup]
    public void Close()
    {
        (_service as IDisposable)?.Dispose();
        _rest.Dispose();
        _http.Dispose();
        _server.Dispose();
    }

    /// <summary>Through the adapter: validated, written, signed, sent, retried if need be, read.</summary>
    [Benchmark(OperationsPerInvoke = Tasks * OperationsOfATask)]
    public Task Adapter() => AtOnce(OneOfAdapter);

    /// <summary>The same requests through RestSharp alone. Pages of a list are walked by an <see cref="XmlReader"/>.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Tasks * OperationsOfATask)]
    public Task BareRestClient() => AtOnce(OneOfRestClient);

    /// <summary>The same requests through an <see cref="HttpClient"/> alone.</summary>
    [Benchmark(OperationsPerInvoke = Tasks * OperationsOfATask)]
    public Task BareHttpClient() => AtOnce(OneOfHttpClient);

    // Of one operation at a time most is waiting for threads to wake, which costs less or more as the scheduler pleases. Of several the processors are busy,
    // and the time is what they work.
    private static Task AtOnce(Func<Task> operation) => Task.WhenAll(Enumerable.Range(0, Tasks).Select(_ => Task.Run(async () =>
    {
        for (var i = 0; i < OperationsOfATask; i++)
        {
            await operation();
        }
    })));

    private async Task OneOfAdapter()
    {
        switch (Scenario)
        {
            case CostScenario.OssPut or CostScenario.BosPut:
                _ = await _service.PutAsync(CostCloud.Bucket, CostCloud.NewRule);
                break;
            case CostScenario.OssFind or CostScenario.BosFind:
                _ = await _service.FindAsync(CostCloud.Bucket, CostCloud.RuleId);
                break;
            case CostScenario.OssDelete or CostScenario.BosDelete:
                await _service.DeleteAsync(CostCloud.Bucket, CostCloud.RuleId);
                break;
            default:
                await foreach (var _ in _service.ListAsync(CostCloud.Bucket))
                {
                }

                break;
        }
    }

    private async Task OneOfRestClient()
    {
        foreach (var signed in _requests)
        {
            var request = new RestRequest(signed.Uri, signed.Method switch { "PUT" => Method.Put, "DELETE" => Method.Delete, _ => Method.Get });
            foreach (var (name, value) in signed.Headers)
            {
                if (name != "User-Agent")
                {
                    _ = request.AddHeader(name, value);
                }
            }

            if (signed.Body is not null)
            {
                _ = request.AddBody(signed.Body, signed.ContentType!);
            }

            var response = await _rest.ExecuteAsync(request);
            Walk(response.StatusCode, response.RawBytes ?? []);
        }
    }

    private async Task OneOfHttpClient()
    {
        foreach (var signed in _requests)
        {
            using var request = new HttpRequestMessage(new HttpMethod(signed.Method), signed.Uri);
            foreach (var (name, value) in signed.Headers)
            {
                _ = request.Headers.TryAddWithoutValidation(name, value);
            }

            if (signed.Body is not null)
            {
                request.Content = new ByteArrayContent(signed.Body);
                _ = request.Content.Headers.TryAddWithoutValidation("Content-Type", signed.ContentType);
            }

            using var response = await _http.SendAsync(request);
            Walk(response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        }
    }

    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false };

    private void Walk(HttpStatusCode status, byte[] body)
    {
        if (status == HttpStatusCode.NotImplemented)
        {
            throw new InvalidOperationException("The server knows no answer.");
        }

        if (Scenario == CostScenario.OssList)
        {
            using var reader = XmlReader.Create(new MemoryStream(body));
            while (reader.Read())
            {
            }
        }
    }

    private async Task MakeSureOfAsync(IReadOnlyList<string> expected, Func<Task> send)
    {
        var sent = await _server.RecordAsync(send);
        if (!sent.Select(SignedRequest.InOrder).SequenceEqual(expected.Select(SignedRequest.InOrder)))
        {
            throw new InvalidOperationException($"The bare client does not send what the adapter sends:\n{expected[0]}\n---\n{(sent.Count > 0 ? sent[0] : "nothing")}");
        }
    }
}
