using System.Collections;

namespace Inventory.Conformance;

/// <content>No text of an error tells a secret or a signature, whoever repeats them.</content>
public abstract partial class HttpInventoryServiceConformance
{
    // As long as the shortest signatures are.
    private const int ShortestSignature = 16;

    [Clause]
    public Task No_error_tells_a_secret_that_a_refusal_explains_itself_with() => AssertTellsNothingAsync(
        AnswersTelling(text => HttpCases.AllKinds.Append(InventoryErrorKind.RuleNotFound).Select(kind => AnswerTo(kind, text)).OfType<HttpAnswer>()));

    [Clause]
    public Task No_error_tells_a_secret_that_stands_in_the_headers_of_a_refusal() => AssertTellsNothingAsync(AnswersTelling(text =>
        HttpCases.AllKinds
            .Select(kind => (AnswerTo(kind, "The kit says no.") ?? new(400)).With("X-Kit-Trace", text).With(RequestIdHeader ?? "X-Kit-Request", text))
            .Append(new HttpAnswer(307).With("Location", $"https://elsewhere.example/?{Uri.EscapeDataString(text)}"))));

    [Clause]
    public Task No_error_tells_a_secret_that_stands_in_an_answer_that_cannot_be_read() => AssertTellsNothingAsync(AnswersTelling(text =>
        RefusingStatuses.Append(200).SelectMany(status => new HttpAnswer[] { new(status, text), new(status, $"<html><{text}>"), new(status, $"{{\"{text}\":[{text}") })));

    [Clause]
    public Task No_error_tells_a_secret_that_stands_in_the_place_of_the_rules_id() => AssertTellsNothingAsync((_, request, text) =>
    [
        async () => await TextAsync(request.Apply()) is var document && request.RuleId is { } id && document.Contains(id, StringComparison.Ordinal)
            ? request.Answer(new(200, document.Replace(id, text, StringComparison.Ordinal)))
            : request.Answer(new(200, text)),
    ]);

    [Clause]
    public Task No_error_tells_a_secret_that_a_failed_connection_names() => AssertTellsNothingAsync((_, _, text) =>
    [
        () => throw new HttpRequestException($"There is no way to {text}.", new IOException(text)),
        () => throw new IOException(text),
    ]);

    private static Func<HttpBench, ReceivedRequest, string, IReadOnlyList<Func<Task<HttpResponseMessage>>>> AnswersTelling(Func<string, IEnumerable<HttpAnswer>> answers) =>
        (_, request, text) => [.. answers(text).Select(answer => (Func<Task<HttpResponseMessage>>)(() => Task.FromResult(request.Answer(answer))))];

    /// <summary>Gives each of the answers to each of the operations. Each is told what the service sent, and repeats it.</summary>
    private async Task AssertTellsNothingAsync(Func<HttpBench, ReceivedRequest, string, IReadOnlyList<Func<Task<HttpResponseMessage>>>> answers)
    {
        var errors = 0;
        foreach (var operation in HttpCases.Operations)
        {
            for (var (index, count) = (0, 1); index < count; index++)
            {
                var bench = await BenchAsync();
                HashSet<string> told = [.. Secrets];
                bench.BackEnd.Fault = request =>
                {
                    if (!request.IsOf(operation))
                    {
                        return null;
                    }

                    told.UnionWith(SignaturesOf(request));
                    var all = answers(bench, request, string.Join(" and ", [.. Secrets, .. request.Authorization is { } sent ? [sent] : Array.Empty<string>()]));
                    count = all.Count;
                    return all[index]();
                };

                var end = await bench.RunAsync(operation, mode: PutMode.CreateOnly);

                errors += end.Failure is null ? 0 : 1;
                var texts = TextsOf(end.Failure).ToList();
                foreach (var secret in told)
                {
                    Assert.That(texts.Any(t => t.Contains(secret, StringComparison.Ordinal)), Is.False,
                        $"{operation}, answer {index + 1}: the error tells a secret or a signature: {Hidden(texts, told)}");
                }
            }
        }

        Assert.That(errors, Is.GreaterThan(0), "an answer that is to fail must fail, or nothing is proved");
    }

    /// <summary>The header as it was sent, and the signature at its end.</summary>
    private static IEnumerable<string> SignaturesOf(ReceivedRequest request)
    {
        if (request.Authorization is { } sent)
        {
            yield return sent;
            var signature = sent[(sent.TrimEnd('=').LastIndexOfAny([' ', '=', ':', '/', ',']) + 1)..];
            if (signature.Length >= ShortestSignature)
            {
                yield return signature;
            }
        }
    }

    /// <summary>Every text that a caller can read of an error.</summary>
    private static IEnumerable<string> TextsOf(object? told) => told switch
    {
        null => [],
        string text => [text],
        Exception error => error.GetType().GetProperties()
            .Where(p => p.DeclaringType != typeof(Exception) && p.GetIndexParameters().Length == 0)
            .SelectMany(p => TextsOf(p.GetValue(error)))
            .Concat(TextsOf(error.InnerException))
            .Append(error.ToString())
            .Append(error.Message),
        IEnumerable several => several.Cast<object?>().SelectMany(TextsOf),
        _ => [told.ToString() ?? ""],
    };

    // The report must not tell them either.
    private static string Hidden(IEnumerable<string> texts, IEnumerable<string> told) =>
        told.OrderByDescending(t => t.Length).Aggregate(string.Join(" | ", texts.Distinct()), (text, secret) => text.Replace(secret, "(…)", StringComparison.Ordinal));
}
