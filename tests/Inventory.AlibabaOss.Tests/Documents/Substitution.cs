namespace Inventory.AlibabaOss.Tests.Documents;

/// <summary>What a page prints and no service could take, and what stands for it when the example is put. This table is all that the examples are changed by.</summary>
/// <param name="Example">The file.</param>
/// <param name="Printed">What is printed, exactly once.</param>
/// <param name="Repaired">What stands for it.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="IsOfTheFormItself">Whether the document cannot even be read as printed.</param>
public sealed record Substitution(string Example, string Printed, string Repaired, string Reason, bool IsOfTheFormItself = false)
{
    /// <summary>The bucket that the API's pages put their samples to; a bucket's name has no capital letter.</summary>
    public static (string Printed, string Repaired) SourceBucket { get; } = ("BucketName", "examplebucket");

    public static IReadOnlyList<Substitution> All { get; } =
    [
        new("api-sample.xml", "acs:oss:::bucket_0001", "acs:oss:::bucket-0001", "A bucket's name has no underscore."),
        new("api-2021-sample.xml", "acs:oss:::bucket_0001", "acs:oss:::bucket-0001", "A bucket's name has no underscore."),
        new("api-2021-sample.xml", "<? xml version=\"1.0\" encoding=\"UTF-8\"? >", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "The page's conversion put spaces into the XML declaration.", IsOfTheFormItself: true),
        new("api-2021-sample.xml", "<Id>56594298207FB304438516F9</Id>", "<Id>report1</Id>", "The request's query says report1."),
        new("ossutil-incremental.xml", "<Id>Report-1</Id>", "<Id>report1</Id>", "The command says --inventory-id report1."),
        new("ossutil-incremental.xml", "<AccountId>12xxxxxx29</AccountId>", "<AccountId>1200000029</AccountId>", "The account's id is masked."),
        new("ossutil-incremental.xml", "acs:ram::12xxxxxx29:role", "acs:ram::1200000029:role", "The account's id is masked."),
    ];

    public static string Apply(ExampleDocument example, string text, Func<Substitution, bool> isWanted)
    {
        foreach (var substitution in All.Where(s => s.Example == example.Name && isWanted(s)))
        {
            Assert.That(text.Split(substitution.Printed), Has.Length.EqualTo(2), substitution.Reason);
            text = text.Replace(substitution.Printed, substitution.Repaired, StringComparison.Ordinal);
        }

        return text;
    }

    public static string BucketOf(ExampleDocument example) =>
        example.Bucket is null || example.Bucket == SourceBucket.Printed ? SourceBucket.Repaired : example.Bucket;
}
