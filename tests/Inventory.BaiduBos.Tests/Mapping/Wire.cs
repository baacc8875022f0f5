using System.Text;
using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Mapping;

/// <summary>Rules as they stand in a body of the wire.</summary>
internal static class Wire
{
    public const string Source = "src";

    /// <summary>The compact document of a rule.</summary>
    public static string Of(InventoryRule rule, string bucket = Source) => JsonNodes.Write(BosRuleMapper.ToWire(rule, bucket), isIndented: false);

    /// <summary>The rule of a document.</summary>
    public static InventoryRule Read(string document, string bucket = Source) => BosAnswers.ReadOne(Encoding.UTF8.GetBytes(document), bucket);

    /// <summary>A document with one member put in the place of another, or added; null leaves it out.</summary>
    public static string With(string name, string? value)
    {
        Dictionary<string, string> members = new()
        {
            ["id"] = "\"a\"",
            ["status"] = "\"enabled\"",
            ["resource"] = "[\"src/*\"]",
            ["schedule"] = "\"Weekly\"",
            ["destination"] = """{"targetBucket":"dst","format":"CSV"}""",
        };
        if (value is null)
        {
            _ = members.Remove(name);
        }
        else
        {
            members[name] = value;
        }

        return $"{{{string.Join(',', members.Select(m => $"\"{m.Key}\":{m.Value}"))}}}";
    }

    /// <summary>What <see cref="With"/> changes nothing of is read as this.</summary>
    public static InventoryRule Plain { get; } = new()
    {
        Id = "a",
        Destination = new() { Bucket = "dst" },
        Schedule = InventorySchedule.Weekly,
        IncludedObjectVersions = InventoryObjectVersions.Unspecified,
    };
}
