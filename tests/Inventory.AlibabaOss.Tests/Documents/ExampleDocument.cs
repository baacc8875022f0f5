using Inventory.Documents;

namespace Inventory.AlibabaOss.Tests.Documents;

/// <summary>A document that a vendor's page prints, verbatim in a file of its name.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Page">The page that prints it.</param>
/// <param name="Bucket">The source bucket that the page puts it to; null where it names none.</param>
/// <param name="QueryId">The id that the page's request or command names; null where it names none.</param>
public sealed record ExampleDocument(string Name, string Page, string? Bucket, string? QueryId)
{
    public static IReadOnlyList<ExampleDocument> All { get; } =
    [
        new("ossutil-file.xml", "ossutil put-bucket-inventory, 2026-03-20, XML file", "examplebucket", "report1"),
        new("ossutil-file.json", "ossutil put-bucket-inventory, 2026-03-20, JSON file", "examplebucket", "report1"),
        new("ossutil-inline.json", "ossutil put-bucket-inventory, 2026-03-20, inline JSON without the shell's backslashes", "examplebucket", "report1"),
        new("ossutil-incremental.xml", "ossutil put-bucket-inventory, 2026-03-20, incremental inventory", "examplebucket", "report1"),
        new("api-syntax.xml", "PutBucketInventory, request syntax", "BucketName", "report1"),
        new("api-sample.xml", "PutBucketInventory, sample request", "BucketName", "report1"),
        new("api-2021-structure.xml", "PutBucketInventory of 2021, request structure", null, null),
        new("api-2021-sample.xml", "PutBucketInventory of 2021, sample request", "BucketName", "report1"),
    ];

    /// <summary>The document as printed.</summary>
    public string Printed
    {
        get
        {
            using var stream = typeof(ExampleDocument).Assembly.GetManifestResourceStream($"examples/{Name}")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>As printed, but for what keeps it from being XML at all.</summary>
    public string Readable => Substitution.Apply(this, Printed, s => s.IsOfTheFormItself);

    /// <summary>With every substitution made.</summary>
    public string Repaired => Substitution.Apply(this, Printed, _ => true);

    /// <summary>The format that the document is in.</summary>
    public IRuleDocumentFormat Format => Name.EndsWith(".json", StringComparison.Ordinal) ? new OssutilJsonFormat() : new OssXmlFormat();

    public static ExampleDocument Of(string name) => All.Single(e => e.Name == name);

    public InventoryRule ReadAsPrinted() => Format.Read(Readable).Rule;

    public InventoryRule ReadRepaired() => Format.Read(Repaired).Rule;

    public override string ToString() => Name;
}
