using System.Globalization;
using System.Text;
using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary>What is answered, and what is logged, when a signature does not match.</summary>
internal static class OssMismatch
{
    /// <summary>The refusal, with what the service tells the client.</summary>
    /// <param name="accessKeyId">The key that the request names.</param>
    /// <param name="provided">The signature as sent.</param>
    /// <param name="expected">What a correct signer arrives at; of it the answer has the texts, and not the signature.</param>
    public static OssError Refuse(string accessKeyId, string provided, OssSignature expected)
    {
        var details = new List<KeyValuePair<string, string>>
        {
            new("OSSAccessKeyId", accessKeyId),
            new("SignatureProvided", provided),
            new("StringToSign", expected.StringToSign),
            new("StringToSignBytes", Bytes(expected.StringToSign)),
        };
        if (expected.CanonicalRequest is not null)
        {
            details.Add(new("CanonicalRequest", expected.CanonicalRequest));
        }

        return new(
            403,
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
            "0002-00000040")
        {
            Details = details,
        };
    }

    /// <summary>The report of it: version 4 with its canonical request, version 1 without.</summary>
    public static string Report(WireRequest request, OssTarget target, OssAuthorization authorization, string time, bool isPresigned, string stringToSign)
    {
        var masked = request.Masked();
        var place = isPresigned ? "query" : "header";
        if (authorization.Scope is { } scope)
        {
            return SignatureReport.Write(
                [
                    ("canonical request", OssSignatureV4.CanonicalRequest(masked, target.Bucket, target.Key, authorization.AdditionalHeaders)),
                    ("string to sign", stringToSign),
                ],
                [
                    ("version", $"V4 {place}"),
                    ("key", authorization.AccessKeyId),
                    ("scope", $"{scope.Day}/{scope.Region}/{scope.Product}"),
                    ("time", time),
                    ("additional headers", authorization.AdditionalHeaders),
                ],
                request);
        }

        return SignatureReport.Write(
            [("string to sign", OssSignatureV1.StringToSign(masked, target.Bucket, target.Key, isPresigned ? time : null))],
            [("version", $"V1 {place}"), ("key", authorization.AccessKeyId), ("time", time)],
            request);
    }

    private static string Bytes(string text) =>
        string.Join(' ', Encoding.UTF8.GetBytes(text).Select(one => one.ToString("X2", CultureInfo.InvariantCulture)));
}
