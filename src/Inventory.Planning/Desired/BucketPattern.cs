namespace Inventory.Planning;

/// <summary>Patterns of bucket names: <c>*</c> stands for any characters or none, <c>?</c> for one.</summary>
internal static class BucketPattern
{
    /// <summary>Whether a text is a pattern and no name: no bucket's name has these signs.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>Whether a pattern selects a name, whole and with regard to case. Takes at most the product of their lengths.</summary>
    public static bool Matches(string pattern, string name)
    {
        var (p, n) = (0, 0);
        var (star, resume) = (-1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, n);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                (p, n) = (p + 1, n + 1);
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return !pattern.AsSpan(p).ContainsAnyExcept('*');
    }
}
