using System.Text.Json.Nodes;

namespace Acme.Shelf;

/// <summary>A rule as its file holds it. A shelf sorts the columns.</summary>
internal static class ShelfDocument
{
    public static string Write(InventoryRule rule)
    {
        var file = JsonNode.Parse(rule.Extension<ShelfExtension>()?.Unknown ?? "{}")!.AsObject();
        file["id"] = rule.Id;
        file["enabled"] = rule.IsEnabled;
        file["every"] = rule.Schedule.ToString();
        file["prefix"] = rule.Filter.Prefixes.FirstOrDefault();
        file["columns"] = string.Join(',', rule.OptionalFields.Select(field => field.Text).Order(StringComparer.Ordinal));
        file["reportBucket"] = rule.Destination.Bucket;
        file["reportPrefix"] = rule.Destination.Prefix;
        return file.ToJsonString();
    }

    public static InventoryRule Read(string json)
    {
        var file = JsonNode.Parse(json)!.AsObject();
        return new()
        {
            Id = Take<string>("id")!,
            IsEnabled = Take<bool?>("enabled") ?? true,
            Schedule = InventorySchedule.TryParse(Take<string>("every"), out var schedule) ? schedule : throw new FormatException("'every' must be a schedule."),
            Filter = InventoryFilter.ForPrefix(Take<string>("prefix") ?? ""),
            OptionalFields = [.. (Take<string>("columns") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => InventoryField.TryParse(name, out var field) ? field : InventoryField.Other(ShelfCapabilities.Provider, name))],
            Destination = new() { Bucket = Take<string>("reportBucket")!, Prefix = Take<string>("reportPrefix") },
            Extensions = [new ShelfExtension(file.ToJsonString())], // Last: what is left in the file by now is what nobody here knows.
        };

        T? Take<T>(string member) => file.Remove(member, out var value) && value is not null ? value.GetValue<T>() : default;
    }
}
