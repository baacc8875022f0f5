using System.Text.Json;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Bos;

/// <summary>From JSON to a rule, or to the first refusal. Unknown members are passed over, as the service documents.</summary>
internal sealed class BosRuleReader(EmulatorOptions options, BucketDirectory buckets, EmulatorBucket source)
{
    private BosError? _error;

    /// <summary>Null and an error if the document breaks a rule of the service.</summary>
    /// <param name="root">The document, an object.</param>
    /// <param name="queryId">The id in the query.</param>
    /// <param name="error">The first refusal.</param>
    public BosRule? Read(JsonElement root, string queryId, out BosError? error)
    {
        var id = Required(root, "id");
        var status = Required(root, "status");
        var resource = Resource(root);
        var schedule = Required(root, "schedule");
        var monthlyDate = Number(root, "monthlyDate");
        var destination = Destination(root);
        var targetBucket = Required(destination, "targetBucket");
        var targetPrefix = Optional(destination, "targetPrefix");
        var format = Required(destination, "format");
        var versions = Optional(root, "includedObjectVersions");
        if (_error is null)
        {
            CheckId(id, queryId);
            Check(status is "enabled" or "disabled", "status is neither enabled nor disabled.");
            CheckResource(resource);
            CheckSchedule(schedule, monthlyDate);
            Check(format is "CSV", "destination.format has to be CSV.");
            Check(versions is null or "All" or "Current", "includedObjectVersions is neither All nor Current.");
            CheckTarget(targetBucket);
        }

        error = _error;
        return error is null
            ? new(
                queryId,
                status,
                resource,
                schedule,
                schedule is "Monthly" && monthlyDate > 0 ? monthlyDate : null,
                targetBucket,
                targetPrefix,
                format,
                versions ?? options.BosDefaultObjectVersions)
            : null;
    }

    private void Check(bool holds, string message)
    {
        if (!holds)
        {
            _error ??= BosError.InvalidArgument(message);
        }
    }

    private void CheckId(string id, string queryId)
    {
        Check(BosOperations.IsId(id), "id is not 1 to 64 characters out of A-Z, a-z, 0-9, '-', '_' and '.'.");
        Check(!options.BosRefuseIdMismatch || string.Equals(id, queryId, StringComparison.Ordinal), "The id in the query is not the id in the body.");
    }

    private void CheckResource(string[] resource)
    {
        Check(resource.Length > 0, "resource is empty.");
        Check(options.BosMaxResources is null || resource.Length <= options.BosMaxResources, "resource has too many entries.");
        foreach (var entry in resource)
        {
            Check(
                entry.StartsWith(source.Name + "/", StringComparison.Ordinal) && entry.IndexOf('*', StringComparison.Ordinal) == entry.Length - 1,
                $"A resource has to be of the form {source.Name}/<prefix>*.");
        }
    }

    private void CheckSchedule(string schedule, int? monthlyDate)
    {
        Check(
            schedule is "ThreeDaily" or "Weekly" or "Monthly" || (schedule is "Once" && options.BosAllowOnce) || (schedule is "Daily" && options.BosAllowDaily),
            "schedule is none of ThreeDaily, Weekly, Monthly.");
        if (schedule is not "Monthly")
        {
            Check(monthlyDate is null or 0, "monthlyDate is for the schedule Monthly alone.");
        }
        else if (monthlyDate is null or 0)
        {
            Check(options.BosAllowMonthlyWithoutDate, "monthlyDate is missing.");
        }
        else
        {
            Check(monthlyDate is >= 1 and <= 28, "monthlyDate is not from 1 to 28.");
        }
    }

    private void CheckTarget(string name)
    {
        if (!buckets.TryFind(name, out var target))
        {
            _error ??= new(options.BosMissingTargetStatus, options.BosMissingTargetCode, "The target bucket does not exist.");
            return;
        }

        var isForeign = !string.Equals(source.Region, target.Region, StringComparison.Ordinal)
            || (source.Owner is not null && target.Owner is not null && !string.Equals(source.Owner, target.Owner, StringComparison.Ordinal));
        if (isForeign)
        {
            _error ??= new(options.BosForeignTargetStatus, options.BosForeignTargetCode, "The target bucket is in another region or account.");
        }
    }

    private JsonElement Destination(JsonElement root)
    {
        if (Member(root, "destination") is { ValueKind: JsonValueKind.Object } destination)
        {
            return destination;
        }

        _error ??= BosError.InappropriateJson("destination is not an object.");
        return default;
    }

    private string[] Resource(JsonElement root)
    {
        if (Member(root, "resource") is not { ValueKind: JsonValueKind.Array } array)
        {
            _error ??= BosError.InappropriateJson("resource is not an array.");
            return [];
        }

        return [.. array.EnumerateArray().Select(entry => Text(entry, "resource"))];
    }

    private string Required(JsonElement parent, string name)
    {
        if (Member(parent, name) is { } member)
        {
            return Text(member, name);
        }

        _error ??= BosError.InappropriateJson($"{name} is missing.");
        return "";
    }

    private string? Optional(JsonElement parent, string name) => Member(parent, name) is { } member ? Text(member, name) : null;

    private int? Number(JsonElement parent, string name)
    {
        if (Member(parent, name) is not { } member)
        {
            return null;
        }

        if (member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number))
        {
            return number;
        }

        _error ??= BosError.InappropriateJson($"{name} is not an integer.");
        return null;
    }

    private string Text(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return element.GetString() ?? "";
        }

        _error ??= BosError.InappropriateJson($"{name} is not a string.");
        return "";
    }

    /// <summary>A member; null if it is absent or null.</summary>
    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;
}
