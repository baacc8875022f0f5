using System.Globalization;

namespace Inventory.Http;

/// <summary>Reads each answer whole, within a bound, while its attempt can still be retried, and has the adapter read what is not a success.</summary>
internal sealed class BufferingHandler(IServiceErrorReader errors, int maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var body = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            var call = ServiceCall.Of(request);
            call.Error = response.IsSuccessStatusCode ? null : errors.Read(new((int)response.StatusCode, AnswerHeaders.Of(response), body));
            call.HiddenError = response.IsSuccessStatusCode && body.Length > 0 && request.Method != HttpMethod.Get
                && errors.Read(new((int)response.StatusCode, AnswerHeaders.Of(response), body)) is { Code: not null } hidden
                ? hidden
                : null;
            var buffered = new ByteArrayContent(body);
            foreach (var (name, values) in response.Content.Headers.NonValidated)
            {
                _ = buffered.Headers.TryAddWithoutValidation(name, values.ToString());
            }

            response.Content.Dispose();
            response.Content = buffered;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            throw TooLong();
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var body = new MemoryStream((int)(content.Headers.ContentLength ?? 0));
            var buffer = new byte[4096];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > maxBytes)
                {
                    throw TooLong();
                }

                body.Write(buffer, 0, read);
            }

            return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
        }
    }

    private InventoryException TooLong() => new(InventoryErrorKind.MalformedResponse,
        string.Create(CultureInfo.InvariantCulture, $"the answer is longer than {maxBytes} bytes, the bound in the options"));
}
