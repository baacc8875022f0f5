using System.Buffers;
using System.Globalization;

namespace Inventory.Http;

/// <summary>
/// Reads each answer whole, within a bound, while its attempt can still be retried, has the adapter read what is not a success, and has that learnt from. Status and headers are
/// kept before the body is read: a refusal stands by them where its body is too long or breaks off. Of 404 and 409 the code alone tells what they mean: where
/// their body breaks off, the attempt is one without an answer.
/// </summary>
internal sealed class BufferingHandler(IServiceErrorReader errors, RefusalLessons lessons, int maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var call = ServiceCall.Of(request);
            call.Arrive((int)response.StatusCode, AnswerHeaders.Of(response));
            if (response.IsSuccessStatusCode)
            {
                call.Body = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                call.Body = await ReadRefusalAsync(call, response.Content, cancellationToken).ConfigureAwait(false);
                call.Error = errors.Read(new((int)response.StatusCode, call.Headers, call.Body));
                lessons.Learn(call, response);
            }

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

    // What is wrong with the body of a refusal does not change what its status says.
    private async Task<byte[]> ReadRefusalAsync(ServiceCall call, HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!call.IsCancelled && (e is InventoryException || call.Status is not (404 or 409)))
        {
            call.BodyFailure = e;
            return [];
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
