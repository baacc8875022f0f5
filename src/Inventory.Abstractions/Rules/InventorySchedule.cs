using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Inventory;

/// <summary>How often a report is written.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads. The hour of the day is the provider's own.</remarks>
public sealed record InventorySchedule
{
    private InventorySchedule(InventoryScheduleKind kind, int? dayOfMonth = null, string? provider = null, string? text = null)
    {
        Kind = kind;
        DayOfMonth = dayOfMonth;
        Provider = provider;
        Text = text;
    }

    /// <summary>Every day.</summary>
    public static InventorySchedule Daily { get; } = new(InventoryScheduleKind.Daily);

    /// <summary>Every third day.</summary>
    public static InventorySchedule EveryThreeDays { get; } = new(InventoryScheduleKind.EveryThreeDays);

    /// <summary>Every week, on a weekday that the provider chooses.</summary>
    public static InventorySchedule Weekly { get; } = new(InventoryScheduleKind.Weekly);

    /// <summary>Every thirty days, counted from when the rule was made.</summary>
    public static InventorySchedule EveryThirtyDays { get; } = new(InventoryScheduleKind.EveryThirtyDays);

    /// <summary>One time, soon after the rule was made.</summary>
    public static InventorySchedule Once { get; } = new(InventoryScheduleKind.Once);

    /// <summary>Which kind of schedule this is.</summary>
    public InventoryScheduleKind Kind { get; }

    /// <summary>The day of the month, 1 to 31, of a monthly schedule; null for every other.</summary>
    public int? DayOfMonth { get; }

    /// <summary>The provider that alone gives an <see cref="InventoryScheduleKind.Other"/> schedule its meaning; null for every other.</summary>
    public string? Provider { get; }

    /// <summary>The text on that provider's wire; null unless the kind is <see cref="InventoryScheduleKind.Other"/>.</summary>
    public string? Text { get; }

    /// <summary>Every month on a day; the last day of the month where that is earlier.</summary>
    /// <param name="dayOfMonth">1 to 31, inclusive. Some providers end at 28: see <see cref="InventoryFeature.MonthlyAfterDay28"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not one of a month's.</exception>
    public static InventorySchedule Monthly(int dayOfMonth)
    {
        if (dayOfMonth is < 1 or > 31)
        {
            throw new ArgumentOutOfRangeException(nameof(dayOfMonth), dayOfMonth, "A day of the month is 1 to 31.");
        }

        return new(InventoryScheduleKind.Monthly, dayOfMonth);
    }

    /// <summary>A schedule that this library does not know, kept as it stands. Its provider takes it back unchanged; every other refuses it.</summary>
    /// <param name="provider">The provider whose text it is, without regard to case.</param>
    /// <param name="text">The text on the provider's wire, case-sensitive.</param>
    /// <exception cref="ArgumentException">An argument is null or empty.</exception>
    public static InventorySchedule Other(string provider, string text) =>
        new(InventoryScheduleKind.Other, provider: OpenText.Provider(provider), text: OpenText.Text(text));

    /// <summary>Reads what <see cref="ToString"/> writes, such as <c>Weekly</c> or <c>Monthly(15)</c>, without regard to case.</summary>
    /// <remarks>A schedule of one provider alone cannot be read back: its text has no grammar.</remarks>
    public static bool TryParse(string? text, [NotNullWhen(true)] out InventorySchedule? schedule)
    {
        schedule = null;
        if (text is null)
        {
            return false;
        }

        const string monthly = "Monthly(";
        if (text.StartsWith(monthly, StringComparison.OrdinalIgnoreCase) && text.EndsWith(')'))
        {
            if (int.TryParse(text.AsSpan(monthly.Length, text.Length - monthly.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
                && day is >= 1 and <= 31)
            {
                schedule = Monthly(day);
            }
        }
        else
        {
            schedule = Array.Find([Daily, EveryThreeDays, Weekly, EveryThirtyDays, Once], s => string.Equals(s.ToString(), text, StringComparison.OrdinalIgnoreCase));
        }

        return schedule is not null;
    }

    /// <summary>The kind, with the day of the month in parentheses, or the provider and its text.</summary>
    public override string ToString() => Kind switch
    {
        InventoryScheduleKind.Monthly => string.Create(CultureInfo.InvariantCulture, $"Monthly({DayOfMonth})"),
        InventoryScheduleKind.Other => OpenText.Show(Provider, Text!),
        _ => Kind.ToString(),
    };
}
