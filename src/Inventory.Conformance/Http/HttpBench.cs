namespace Inventory.Conformance;

/// <summary>A service over a back end of the kit that holds two rules, for one call.</summary>
internal sealed class HttpBench(HttpScript script, Func<HttpMessageHandler, TimeProvider, IInventoryService?> create, string bucket, string destination)
    : IAsyncDisposable
{
    private readonly List<string> _ids = [];
    private readonly CancellationTokenSource _caller = new();
    private RuleIds? _idsOfProvider;

    public KitClock Clock { get; } = new();

    public ScriptedBackEnd BackEnd { get; private set; } = null!;

    public IInventoryService Service { get; private set; } = null!;

    /// <summary>The two rules that are there.</summary>
    public IReadOnlyList<InventoryRule> Held { get; private set; } = [];

    public InventoryCapabilities Capabilities => Service.Capabilities;

    public string Bucket => bucket;

    /// <summary>Makes the service, and has it put the two rules.</summary>
    public async Task<HttpBench> BeginAsync()
    {
        var relay = new Relay();
        Service = FixtureProblem.Checked(() => create(relay, Clock), []);
        var capabilities = FixtureProblem.CapabilitiesOf(Service);
        FixtureProblem.RefuseBucket("SourceBucket", bucket, capabilities.BucketName);
        FixtureProblem.RefuseBucket("DestinationBucket", destination, capabilities.BucketName);
        relay.Connect(BackEnd = new(script, capabilities.NativePut, Clock, _ids));
        _idsOfProvider = new(capabilities.RuleId);
        Held = [NewRule(), NewRule() with { IsEnabled = false }];
        foreach (var rule in Held)
        {
            var end = await RunAsync(HttpOperation.Put, rule);
            if (end.Failure is { } failure || end.Requests.Count == 0)
            {
                throw NotServed("put of a rule", end.Failure);
            }
        }

        return BackEnd.Documents.Count == Held.Count ? this : throw NotServed("put of two rules", null);
    }

    public InventoryRule NewRule()
    {
        var id = _idsOfProvider!.Next();
        _ids.Add(id);
        return FeatureSamples.Baseline(Capabilities, id, destination);
    }

    /// <summary>Calls the service: for a rule that is there where none is named, or to put a new one.</summary>
    public async Task<HttpEnd> RunAsync(HttpOperation operation, InventoryRule? rule = null, PutMode mode = PutMode.CreateOrReplace)
    {
        rule ??= operation == HttpOperation.Put ? NewRule() : Held[0];
        BackEnd.ForgetRequests();
        var end = new HttpEnd { Operation = operation, Rule = rule };
        var call = Task.Run(() => CallAsync(end, mode, _caller.Token));
        if (await Task.WhenAny(call, BackEnd.Problem) != call || BackEnd.Problem.IsCompleted)
        {
            throw new AssertionException(await BackEnd.Problem);
        }

        await call;
        end.Received = BackEnd.Received;
        return end;
    }

    /// <summary>The caller gives up.</summary>
    public void Cancel() => _caller.Cancel();

    public async ValueTask DisposeAsync()
    {
        if (Service is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            (Service as IDisposable)?.Dispose();
        }

        _caller.Dispose();
        BackEnd?.Dispose();
    }

    private async Task CallAsync(HttpEnd end, PutMode mode, CancellationToken cancellationToken)
    {
        try
        {
            switch (end.Operation)
            {
                case HttpOperation.Put:
                    end.Put = await Service.PutAsync(bucket, end.Rule, new() { Mode = mode }, cancellationToken);
                    break;
                case HttpOperation.Find:
                    end.Found = await Service.FindAsync(bucket, end.Rule.Id, cancellationToken);
                    break;
                case HttpOperation.List:
                    await foreach (var rule in Service.ListAsync(bucket, cancellationToken))
                    {
                        end.Listed.Add(rule);
                    }

                    break;
                default:
                    await Service.DeleteAsync(bucket, end.Rule.Id, cancellationToken);
                    break;
            }
        }
        catch (Exception e)
        {
            end.Failure = e;
        }
    }

    private static AssertionException NotServed(string what, Exception? failure) => FixtureProblem.Of(
        $"a {what} does not succeed over the handler, with the answers that the fixture gives. Every request must go through the handler that CreateService is handed. {failure?.Message}",
        failure);

    /// <summary>Where requests go: the back end can be made once the service has said what it holds.</summary>
    private sealed class Relay : HttpMessageHandler
    {
        private HttpMessageInvoker? _backEnd;

        public void Connect(ScriptedBackEnd backEnd) => _backEnd = new(backEnd, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            (_backEnd ?? throw new HttpRequestException("The service sends before it is asked for anything.")).SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _backEnd?.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
