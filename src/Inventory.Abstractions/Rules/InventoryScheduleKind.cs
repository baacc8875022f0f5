namespace Inventory;

/// <summary>The kinds of <see cref="InventorySchedule"/>.</summary>
public enum InventoryScheduleKind
{
    /// <summary>Every day.</summary>
    Daily = 0,

    /// <summary>Every third day.</summary>
    EveryThreeDays = 1,

    /// <summary>Every week, on a weekday that the provider chooses.</summary>
    Weekly = 2,

    /// <summary>Every month, on a stated day.</summary>
    Monthly = 3,

    /// <summary>Every thirty days, counted from when the rule was made.</summary>
    EveryThirtyDays = 4,

    /// <summary>One time, soon after the rule was made.</summary>
    Once = 5,

    /// <summary>A schedule that one provider alone gives its meaning.</summary>
    Other = 6,
}
