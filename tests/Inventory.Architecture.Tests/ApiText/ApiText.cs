using System.Reflection;

namespace Inventory.Architecture.Tests;

/// <summary>The public API of an assembly as text: a block for each type, a line for each member, in ordinal order of their names.</summary>
internal static class ApiText
{
    /// <summary>How the texts are written anew.</summary>
    public const string Command = "REGENERATE=1 dotnet test tests/Inventory.Architecture.Tests --filter PublicApi";

    /// <summary>The text of an assembly, with lines that end in a line feed.</summary>
    public static string Of(Assembly assembly)
    {
        var name = assembly.GetName().Name;
        return $"""
            // The public API of {name}, as built. Written by: {Command}
            // In ordinal order. Left out is what the compiler writes into every record: equality, hash code, text, copying and IEquatable of itself.


            """.ReplaceLineEndings("\n") + Of(assembly.GetExportedTypes());
    }

    /// <summary>The text of some types; those that no code can name are left out.</summary>
    public static string Of(IEnumerable<Type> types) =>
        string.Join('\n', types
            .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(Block));

    private static string Block(Type type) =>
        string.Concat(ApiMembers.Of(type).Select(line => $"    {line}\n").Prepend($"{ApiTypes.Header(type)}\n"));
}
