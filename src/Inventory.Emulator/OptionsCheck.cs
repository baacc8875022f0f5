namespace Inventory.Emulator;

/// <summary>What options may not say.</summary>
internal static class OptionsCheck
{
    /// <exception cref="ArgumentException">Two entries contradict each other, or one says nothing; the message names it.</exception>
    public static void Check(EmulatorOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ConsistencyDelay, TimeSpan.Zero, nameof(options.ConsistencyDelay));
        if (Twice(options.Buckets.Select(bucket => bucket.Name), StringComparer.Ordinal) is { } bucket)
        {
            throw new ArgumentException($"Buckets: '{bucket}' is listed twice, and a bucket has one region and one owner. Leave one of them out.", nameof(options));
        }

        if (Twice(options.CustomDomains.Keys, StringComparer.OrdinalIgnoreCase) is { } domain)
        {
            throw new ArgumentException($"CustomDomains: '{domain}' is listed twice, and case does not count in host names. Leave one of them out.", nameof(options));
        }

        if (options.OssHostSuffixes.Concat(options.BosHostSuffixes).Any(suffix => suffix.Trim('.', ' ').Length == 0))
        {
            throw new ArgumentException("OssHostSuffixes, BosHostSuffixes: an ending is empty. Write one such as .oss.test, or leave it out.", nameof(options));
        }
    }

    private static string? Twice(IEnumerable<string> names, StringComparer comparer) =>
        names.GroupBy(name => name, comparer).FirstOrDefault(group => group.Skip(1).Any())?.Key;
}
