using System.Buffers;
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
            call.Body = body;
            call.Headers = AnswerHeaders.Of(response);
            var answer = new ErrorResponse((int)response.StatusCode, call.Headers, body);
            call.Error = response.IsSuccessStatusCode ? null : errors.Read(answer);
            call.HiddenError = response.IsSuccessStatusCode && body.Length > 0 && request.Method != HttpMethod.Get && errors.Read(answer) is { Code: not null } hidden
                ? hidden
                : null;
            response.Content.Dispose();
            response.Content = null;
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
            var buffer = ArrayPool<byte>.Shared.Rent(4096);
            try
            {
                int read;
                while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    if (body.Length + read > maxBytes)
                    {
                        throw TooLong();
                    }

                    body.Write(buffer, 0, read);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            }

            return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
        }
    }

    private InventoryException TooLong() => new(InventoryErrorKind.MalformedResponse,
        string.Create(CultureInfo.InvariantCulture, $"the answer is longer than {maxBytes} bytes, the bound in the options"));
}
