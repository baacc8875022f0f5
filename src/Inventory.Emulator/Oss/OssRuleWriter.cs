using System.Globalization;
using System.Xml;

namespace Inventory.Emulator.Oss;

/// <summary>A rule as the service gives it back: in its own order, with a filter always unless an option says otherwise.</summary>
internal static class OssRuleWriter
{
    /// <summary>The period of incremental inventories in seconds, which the service fixes.</summary>
    private const string IncrementalPeriod = "600";

    public static string Write(OssRule rule, EmulatorOptions options) => OssDocument.Write(writer =>
    {
        writer.WriteStartElement(OssDocument.Root);
        writer.WriteElementString("Id", rule.Id);
        writer.WriteElementString("IsEnabled", Text(rule.IsEnabled));
        WriteDestination(writer, rule.Destination);
        writer.WriteStartElement("Schedule");
        writer.WriteElementString("Frequency", rule.Frequency);
        WriteIfSet(writer, "DayOfMonth", rule.DayOfMonth?.ToString(CultureInfo.InvariantCulture));
        WriteIfSet(writer, "AutoDelete", rule.AutoDelete is { } autoDelete ? Text(autoDelete) : null);
        writer.WriteEndElement();
        WriteFilter(writer, rule.Filter, options);
        writer.WriteElementString("IncludedObjectVersions", rule.IncludedObjectVersions);
        WriteFields(writer, rule.OptionalFields);
        if (rule.Incremental is { } incremental)
        {
            writer.WriteStartElement("IncrementalInventory");
            writer.WriteElementString("IsEnabled", Text(incremental.IsEnabled));
            writer.WriteStartElement("Schedule");
            writer.WriteElementString("Frequency", IncrementalPeriod);
            writer.WriteEndElement();
            WriteFields(writer, incremental.Fields);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });

    private static void WriteDestination(XmlWriter writer, OssDestination destination)
    {
        writer.WriteStartElement("Destination");
        writer.WriteStartElement("OSSBucketDestination");
        writer.WriteElementString("Format", "CSV");
        writer.WriteElementString("AccountId", destination.AccountId);
        writer.WriteElementString("RoleArn", destination.RoleArn);
        writer.WriteElementString("Bucket", destination.Bucket);
        WriteIfSet(writer, "Prefix", destination.Prefix);
        if (destination.HasSseOss || destination.HasSseKms)
        {
            writer.WriteStartElement("Encryption");
            writer.WriteStartElement(destination.HasSseOss ? "SSE-OSS" : "SSE-KMS");
            WriteIfSet(writer, "KeyId", destination.KeyId);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteFilter(XmlWriter writer, OssFilter filter, EmulatorOptions options)
    {
        var isEmpty = filter == new OssFilter("", null, null, null, null, null);
        if (isEmpty && !options.OssEchoEmptyFilter)
        {
            return;
        }

        writer.WriteStartElement("Filter");
        writer.WriteStartElement("Prefix");
        writer.WriteString(filter.Prefix);
        writer.WriteFullEndElement();
        WriteBound("LastModifyBeginTimeStamp", filter.Begin);
        WriteBound("LastModifyEndTimeStamp", filter.End);
        WriteBound("LowerSizeBound", filter.LowerSize);
        WriteBound("UpperSizeBound", filter.UpperSize);
        WriteIfSet(writer, "StorageClass", filter.StorageClass);
        writer.WriteEndElement();

        void WriteBound(string name, long? bound) =>
            WriteIfSet(writer, name, bound?.ToString(CultureInfo.InvariantCulture) ?? (options.OssEchoFilterDefaults && !isEmpty ? "0" : null));
    }

    private static void WriteFields(XmlWriter writer, IReadOnlyList<string> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        writer.WriteStartElement("OptionalFields");
        foreach (var field in fields)
        {
            writer.WriteElementString("Field", field);
        }

        writer.WriteEndElement();
    }

    private static void WriteIfSet(XmlWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteElementString(name, text);
        }
    }

    private static string Text(bool value) => value ? "true" : "false";
}
