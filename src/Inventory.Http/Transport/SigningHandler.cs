namespace Inventory.Http;

/// <summary>The innermost handler: signs what is really sent, at each attempt anew, and lets nothing out that has lost its query.</summary>
internal sealed class SigningHandler(IRequestSigner signer, ICredentialsProvider credentials, ServiceClock clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ServiceCall.Of(request);
        Guard(request.RequestUri!, call.Request);
        call.Credentials = call.NextCredentials ?? await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        call.NextCredentials = null;
        request.Headers.Host = Host(request.RequestUri!);
        foreach (var name in call.SignatureHeaders)
        {
            // Of an attempt before this one, perhaps with other credentials.
            _ = request.Headers.Remove(name);
        }

        call.Signed = clock.Read();
        var signature = signer.Sign(Describe(request, call.Request), call.Credentials, call.Signed.Service);
        call.Signature = signature;
        foreach (var (name, value) in signature.Headers)
        {
            _ = request.Headers.Remove(name);
            _ = request.Headers.TryAddWithoutValidation(name, value);
        }

        call.SignatureHeaders = [.. signature.Headers.Select(h => h.Key)];
        call.Attempts++;
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // Without its query, a delete of a rule is a delete of the bucket.
    private static void Guard(Uri uri, ServiceRequest request)
    {
        var query = uri.Query.AsSpan().TrimStart('?');
        foreach (var part in query.Split('&'))
        {
            var name = query[part];
            var end = name.IndexOf('=');
            if ((end < 0 ? name : name[..end]).SequenceEqual("inventory"))
            {
                return;
            }
        }

        throw new InventoryException(InventoryErrorKind.InvalidRequest,
            $"The {request.Method} was not sent: its final address has lost the query 'inventory', and without it the request would mean the bucket '{request.Bucket}' itself.");
    }

    private static string Host(Uri uri)
    {
        // IdnHost is ASCII, and takes the brackets off an IPv6 address.
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return uri.IsDefaultPort ? host : $"{host}:{uri.Port}";
    }

    private static SigningRequest Describe(HttpRequestMessage message, ServiceRequest request)
    {
        List<KeyValuePair<string, string>> headers = [];
        foreach (var (name, values) in message.Headers.NonValidated)
        {
            if (!name.Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                headers.Add(new(name, values.ToString()));
            }
        }

        if (message.Content is { } content)
        {
            foreach (var (name, values) in content.Headers.NonValidated)
            {
                headers.Add(new(name, values.ToString()));
            }
        }

        return new()
        {
            Method = message.Method.Method,
            Host = message.Headers.Host!,
            Path = request.Path,
            Resource = request.Resource,
            Query = request.Query,
            Headers = headers,
        };
    }
}
