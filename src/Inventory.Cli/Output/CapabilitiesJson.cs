using System.Text.Json;

namespace Inventory.Cli;

/// <summary>Writes what providers hold for tools: an array with an object for each.</summary>
internal static class CapabilitiesJson
{
    public static string Write(IReadOnlyList<InventoryCapabilities> providers) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var provider in providers)
        {
            json.WriteStartObject();
            Write(json, provider);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, InventoryCapabilities provider)
    {
        json.WriteString("provider", provider.Provider);
        json.WriteString("displayName", provider.DisplayName);
        json.WriteObjects("features", provider.Features, f => Write(json, f.Key.ToString(), f.Value, CapabilityMatrix.ClauseOf(f.Key)));
        json.WriteObjects("extensions", provider.Extensions.OrderBy(e => e.Key, StringComparer.Ordinal), e => Write(json, e.Key, e.Value, CapabilityMatrix.ClauseOfSettings));
        json.WriteStartObject("limits");
        if (provider.MaxRulesPerBucket is { } rules)
        {
            json.WriteNumber("rulesPerBucket", rules);
            json.WriteEvidence("rulesPerBucketEvidence", provider.MaxRulesEvidence);
        }

        Write(json, "ruleId", provider.RuleId);
        Write(json, "bucketName", provider.BucketName);
        Write(json, "filterPrefix", provider.FilterPrefix);
        Write(json, "destinationPrefix", provider.DestinationPrefix);
        Write(json, "kmsKeyId", provider.KmsKeyId);
        Write(json, "unrecognizedValue", provider.UnrecognizedValue);
        Write(json, provider.LastModified);
        Write(json, provider.ObjectSize);
        json.WriteEndObject();
        json.WriteString("destinationPrefixSlash", provider.DestinationPrefixSlash.ToString());
        json.WriteEvidence("destinationPrefixSlashEvidence", provider.DestinationPrefixSlashEvidence);
        json.WriteEvidence("reportPathEvidence", provider.ReportPathEvidence);
        json.WriteString("nativePut", provider.NativePut.ToString());
        json.WriteEvidence("nativePutEvidence", provider.NativePutEvidence);
        json.WriteString("createOnlyGuarantee", provider.CreateOnlyGuarantee);
        json.WriteString("replaceGuarantee", provider.ReplaceGuarantee);
    }

    private static void Write(Utf8JsonWriter json, string name, FeatureSupport support, string clause)
    {
        json.WriteString("name", name);
        json.WriteString("level", support.Level.ToString());
        json.WriteString("reason", support.Reason);
        json.WriteString("remedy", support.Remedy);
        json.WriteText("serverAnswer", support.ServerAnswer);
        json.WriteEvidence(support.Evidence);
        json.WriteString("clause", clause);
    }

    private static void Write(Utf8JsonWriter json, string name, TextLimit? limit)
    {
        if (limit is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("maxLength", limit.MaxLength);
        json.WriteString("unit", limit.Unit.ToString());
        json.WriteString("pattern", limit.Pattern);
        json.WriteString("description", limit.Description);
        json.WriteText("serverAnswer", limit.ServerAnswer);
        json.WriteEvidence(limit.Evidence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, InstantLimit? limit)
    {
        if (limit is null)
        {
            return;
        }

        json.WriteStartObject("lastModified");
        json.WriteString("earliest", limit.Earliest);
        json.WriteString("latest", limit.Latest);
        json.WriteBoolean("mustBePast", limit.MustBePast);
        json.WriteString("description", limit.Description);
        json.WriteText("serverAnswer", limit.ServerAnswer);
        json.WriteEvidence(limit.Evidence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SizeLimit? limit)
    {
        if (limit is null)
        {
            return;
        }

        json.WriteStartObject("objectSize");
        json.WriteNumber("maxBytes", limit.MaxBytes);
        json.WriteString("description", limit.Description);
        json.WriteText("serverAnswer", limit.ServerAnswer);
        json.WriteEvidence(limit.Evidence);
        json.WriteEndObject();
    }
}
