namespace Inventory.Emulator.Bos;

/// <summary>A rule that passed every check; what is null was not set.</summary>
internal sealed record BosRule(
    string Id,
    string Status,
    IReadOnlyList<string> Resource,
    string Schedule,
    int? MonthlyDate,
    string TargetBucket,
    string? TargetPrefix,
    string Format,
    string? IncludedObjectVersions)
{
    /// <summary>The members that are known, in the order of the vendor's page.</summary>
    public string ToDocument() => BosDocument.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id);
        writer.WriteString("status", Status);
        writer.WriteStartArray("resource");
        foreach (var entry in Resource)
        {
            writer.WriteStringValue(entry);
        }

        writer.WriteEndArray();
        writer.WriteString("schedule", Schedule);
        if (MonthlyDate is { } day)
        {
            writer.WriteNumber("monthlyDate", day);
        }

        writer.WriteStartObject("destination");
        writer.WriteString("targetBucket", TargetBucket);
        if (TargetPrefix is not null)
        {
            writer.WriteString("targetPrefix", TargetPrefix);
        }

        writer.WriteString("format", Format);
        writer.WriteEndObject();
        if (IncludedObjectVersions is not null)
        {
            writer.WriteString("includedObjectVersions", IncludedObjectVersions);
        }

        writer.WriteEndObject();
    });
}
