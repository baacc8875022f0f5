using System.Globalization;

namespace Inventory.Documents;

/// <summary>Messages about names that there are not.</summary>
internal static class KnownNames
{
    private const int MostTold = 30;

    // Each name is compared with what was given, sign by sign.
    private const int MostCompared = 1000;

    /// <summary>Says that there is no such thing, what may have been meant, and what there is.</summary>
    /// <param name="what">What there is none of, as it was given.</param>
    /// <param name="given">The name as it was given.</param>
    /// <param name="known">The names that there are.</param>
    public static string NoSuch(string what, string given, IEnumerable<string> known)
    {
        List<string> names = [.. known];
        var nearest = Nearest(given, names);
        var meant = nearest is null ? "" : $" Did you mean '{nearest}'?";
        return $"There is no {what}.{meant} What there is: {(names.Count == 0 ? "none" : string.Join(", ", names.Take(MostTold)))}{More(names.Count - MostTold)}.";
    }

    private static string More(int count) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {count} more") : "";

    private static string? Nearest(string given, List<string> names)
    {
        if (names.Find(n => string.Equals(n, given, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return same;
        }

        return given.Length > 40 || names.Count > MostCompared
            ? null
            : names
                .Select(n => (Name: n, Distance: Distance(given, n)))
                .Where(n => n.Distance <= Math.Max(1, n.Name.Length / 3))
                .OrderBy(n => n.Distance)
                .Select(n => n.Name)
                .FirstOrDefault();
    }

    /// <summary>How many characters to insert, delete or replace, without regard to case.</summary>
    private static int Distance(string x, string y)
    {
        int[] row = [.. Enumerable.Range(0, y.Length + 1)];
        for (var i = 1; i <= x.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(x[i - 1]) == char.ToUpperInvariant(y[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[y.Length];
    }
}
