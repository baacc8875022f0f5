using Inventory.Documents;

namespace Inventory.AlibabaOss;

/// <summary>Reports of changes between the full reports. Restricted: by ticket, and in one region.</summary>
/// <remarks>Immutable, compares by value. Source: "put-bucket-inventory" of ossutil 2, 2026-03-20.</remarks>
public sealed record OssIncrementalInventory
{
    /// <summary>Whether change reports are written; independent of <see cref="InventoryRule.IsEnabled"/>. True unless stated.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>
    /// The seconds between two reports, 1 or more. 600 unless stated; OSS is said to hold it at 600 whatever is sent. Null where a rule as read
    /// is silent; a rule file says <c>null</c> for that, and 600 by leaving it out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? FrequencySeconds
    {
        get;
        init
        {
            if (value is <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "The seconds between two reports are 1 or more.");
            }

            field = value;
        }
    } = 600;

    /// <summary>The columns, in order, by OSS's own names such as <c>SequenceNumber</c>, <c>RecordType</c> and <c>Size</c>. An open set.</summary>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public ValueList<string> OptionalFields
    {
        get;
        init => field = value.Contains("") ? throw new ArgumentException("A column's name is not empty.", nameof(value)) : value;
    }

    /// <summary>Reads the seconds of a document; what cannot be is a problem there.</summary>
    internal static int? ReadSeconds(ObjectReader? reader, string name) =>
        reader?.Integer(name) is { } seconds
            ? reader.Try<int?>(name, () => new OssIncrementalInventory { FrequencySeconds = checked((int)seconds) }.FrequencySeconds, null)
            : null;
}
