using System.Globalization;
using System.Text;

namespace Inventory.Http;

/// <summary>What a service says, fit for an exception: without the secrets of the call, cut, and on one line where it stands in a message.</summary>
internal static class ServiceWords
{
    /// <summary>How many UTF-16 code units of a text a property of an exception or an answer holds.</summary>
    public const int LongestProperty = 4096;

    private const int LongestMessage = 500;
    private const int LongestId = 200;

    /// <summary>A text for a property: as the service says it, but for secrets and for what is beyond <see cref="LongestProperty"/>.</summary>
    public static string Fit(ServiceCall call, string text)
    {
        text = call.Redact(text);
        return text.Length <= LongestProperty ? text : text[..(char.IsHighSurrogate(text[LongestProperty - 1]) ? LongestProperty - 1 : LongestProperty)];
    }

    /// <summary>An error whose every text is fit for a property.</summary>
    public static ServiceError Fit(ServiceCall call, ServiceError error) => error with
    {
        Code = error.Code is null ? null : Fit(call, error.Code),
        Message = error.Message is null ? null : Fit(call, error.Message),
        RequestId = error.RequestId is null ? null : Fit(call, error.RequestId),
        Diagnostics = error.Diagnostics.ToDictionary(d => d.Key, d => Fit(call, d.Value)),
    };

    /// <summary>A text of any length for a message, without the secrets of the call.</summary>
    public static string Shown(ServiceCall call, string text) => ShownText.Of(call.Redact(text), LongestMessage);

    /// <summary>The code as a message shows it. It is fit already.</summary>
    public static string Code(ServiceError error) => error.Code is null ? "without a code" : ShownText.Of(error.Code, LongestId);

    /// <summary>The message after a colon, where there is one, and a full stop. The text is fit already.</summary>
    public static StringBuilder AppendMessage(this StringBuilder text, ServiceError error)
    {
        if (error.Message is { Length: > 0 } message)
        {
            _ = text.Append(": ").Append(ShownText.Of(message, LongestMessage));
        }

        return text.Append(text[^1] is '.' ? "" : ".");
    }

    /// <summary>What support asks for, a sentence each with a blank before. The texts are fit already.</summary>
    public static StringBuilder AppendIds(this StringBuilder text, string? requestId, IReadOnlyDictionary<string, string> diagnostics)
    {
        if (requestId is not null)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $" Request id {ShownText.Of(requestId, LongestId)}.");
        }

        foreach (var (name, value) in diagnostics)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $" {name} {ShownText.Of(value, LongestId)}.");
        }

        return text;
    }
}
