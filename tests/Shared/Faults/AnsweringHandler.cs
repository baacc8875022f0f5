namespace Inventory.Tests.Faults;

/// <summary>Gives answers one after the other, the last one for ever.</summary>
internal sealed class AnsweringHandler(IReadOnlyList<HostileAnswer> answers) : HttpMessageHandler
{
    private int _asked;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(answers[Math.Min(_asked++, answers.Count - 1)].ToResponse(request));
}
