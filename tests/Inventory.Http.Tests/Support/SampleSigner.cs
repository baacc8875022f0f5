using System.Globalization;

namespace Inventory.Http.Tests;

/// <summary>A signer of an invented provider that keeps what it was given to sign.</summary>
internal sealed class SampleSigner : IRequestSigner
{
    private readonly Lock _gate = new();

    public List<SigningRequest> Requests { get; } = [];

    public List<DateTimeOffset> Instants { get; } = [];

    public RequestSignature Sign(SigningRequest request, CloudCredentials credentials, DateTimeOffset now)
    {
        lock (_gate)
        {
            Requests.Add(request);
            Instants.Add(now);
        }

        var value = string.Create(CultureInfo.InvariantCulture, $"Sample {credentials.AccessKeyId} at {now:yyyyMMdd'T'HHmmss'Z'}");
        List<KeyValuePair<string, string>> headers = [new("Authorization", value)];
        if (credentials.SessionToken is { } token)
        {
            headers.Add(new("x-sample-token", token));
        }

        return new(headers, "", "", value);
    }
}
