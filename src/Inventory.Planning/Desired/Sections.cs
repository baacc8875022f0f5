using Inventory.Documents;

namespace Inventory.Planning;

/// <summary>Sections of a fleet file whose members have names of the file's own.</summary>
internal static class Sections
{
    /// <summary>The members of a section, by their names; none where it is absent. An empty name is a problem.</summary>
    public static IEnumerable<(string Name, ObjectReader Object)> Entries(ObjectReader file, string section)
    {
        if (file.StrictObject(section) is not { } reader)
        {
            yield break;
        }

        foreach (var (name, entry) in reader.StrictEntries())
        {
            if (name.Length == 0)
            {
                file.Problems.Add(section, entry.Node, "A name in it is empty. Write one.");
            }
            else
            {
                yield return (name, entry);
            }
        }
    }
}
