namespace Inventory.Architecture.Tests;

/// <summary>Fails with everything that a check found, a line each: NUnit alone shows the first ten.</summary>
internal static class Findings
{
    public static void AssertNone(IEnumerable<string?> findings)
    {
        var found = findings.OfType<string>().ToList();
        Assert.That(found, Is.Empty, string.Join("\n", found));
    }
}
