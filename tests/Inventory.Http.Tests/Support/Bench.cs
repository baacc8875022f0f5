using System.Text;

namespace Inventory.Http.Tests;

/// <summary>A client of an invented provider, with everything around it in the test's hands.</summary>
internal sealed class Bench : IDisposable
{
    private readonly Lazy<InventoryHttpClient> _client;

    public Bench(params Step[] script)
    {
        Service = new(script);
        _client = new(() => new("sample", Signer, Credentials, new SampleErrors(), Options, Service, Clock, Logger));
    }

    public ScriptedHandler Service { get; }

    public ManualTimeProvider Clock { get; init; } = new();

    public SampleSigner Signer { get; } = new();

    public ICredentialsProvider Credentials { get; init; } = new SampleCredentials(SampleCredentials.LongLived);

    public InventoryHttpOptions Options { get; init; } = new();

    public RecordingLogger? Logger { get; init; }

    public InventoryHttpClient Client => _client.Value;

    public static ServiceRequest Get(string ruleId = "nightly") => Request(HttpMethod.Get, ruleId);

    public static ServiceRequest Delete(string ruleId = "nightly") => Request(HttpMethod.Delete, ruleId);

    public static ServiceRequest Put(string body = "<rule/>", string ruleId = "nightly") =>
        Request(HttpMethod.Put, ruleId) with { Body = Encoding.UTF8.GetBytes(body), ContentType = "application/x-sample" };

    public static ServiceRequest Request(HttpMethod method, string ruleId) => new()
    {
        Method = method,
        Authority = new("https://photos.storage.example"),
        Path = "/",
        Resource = "/photos/",
        Query = [new("inventory", ""), new("ruleId", ruleId)],
        Bucket = "photos",
        RuleId = ruleId,
    };

    public async Task<ServiceAnswer> SendAsync(ServiceRequest? request = null, CancellationToken cancellationToken = default) =>
        await Client.SendAsync(request ?? Get(), cancellationToken);

    /// <summary>The exception that a call ends with: thrown where there was no answer, held by the answer where the service refused.</summary>
    public async Task<InventoryException> FailAsync(ServiceRequest? request = null)
    {
        try
        {
            return (await SendAsync(request)).Error ?? throw new AssertionException("The call succeeded.");
        }
        catch (InventoryException e)
        {
            return e;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Service.Dispose();
    }
}
