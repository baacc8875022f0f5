namespace Inventory.Planning.Tests;

/// <summary>A fleet file that cannot be read.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="IsSeenBySchema">Whether the JSON Schema refuses it too.</param>
/// <param name="Text">The file.</param>
/// <param name="Problems">What is said of it, each as line, column, path and message.</param>
public sealed record BadFile(string Name, bool IsSeenBySchema, string Text, params string[] Problems)
{
    public override string ToString() => Name;
}
