using NUnit.Framework.Interfaces;

namespace Inventory.Conformance.Tests;

/// <summary>What the kit says of a fixture that it cannot use: one sentence, which says what its author must mend.</summary>
[TestFixture]
public sealed class FixtureProblemTests
{
    private const string AnyClause = nameof(InventoryServiceConformance.Find_gives_what_was_put_as_normalizing_promised);
    private const string WithCases = nameof(InventoryServiceConformance.The_table_answers_for_a_feature_with_its_reason_its_remedy_and_who_says_so);
    private const string WithTwoServices = nameof(InventoryServiceConformance.An_instance_declares_what_another_declares);
    private const string WithAMissingBucket = nameof(InventoryServiceConformance.Finding_in_a_missing_bucket_fails_as_bucket_not_found);
    private const string OfTheTable = nameof(InventoryServiceConformance.The_limits_and_guarantees_are_stated_in_words);

    private static IEnumerable<TestCaseData> Mistakes =>
    [
        Mistake("CreateService returned null. It must return a service, a new one at each call.", new("a factory that returns null") { Create = _ => null! }),
        Mistake(
            "CreateService threw InvalidOperationException: No endpoint is configured. It must return a service.",
            new("a factory that throws") { Create = _ => throw new InvalidOperationException("No endpoint is configured") }),
        Mistake(
            "Capabilities of the service is null. It must say what the provider holds.",
            new("capabilities that are null") { Create = backEnd => new Overridden(backEnd.NewService()) { Declares = _ => null! } }),
        Mistake(
            "Capabilities of the service threw NotSupportedException: Not now. It must answer at once, without a network call.",
            new("capabilities that throw") { Create = backEnd => new Overridden(backEnd.NewService()) { Declares = _ => throw new NotSupportedException("Not now.") } }),
        Mistake("SourceBucket is empty. It must be the bare name of a bucket.", new("a source bucket without a name") { SourceBucket = "" }),
        Mistake("SourceBucket is null. It must be the bare name of a bucket.", new("no source bucket") { SourceBucket = null! }),
        Mistake("DestinationBucket is empty. It must be the bare name of a bucket.", new("a destination bucket without a name") { DestinationBucket = "" }),
        Mistake("DestinationBucket is null. It must be the bare name of a bucket.", new("no destination bucket") { DestinationBucket = null! }),
        Mistake(
            "SourceBucket is no name that the capabilities allow for a bucket: 'https://source' must be 3 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.",
            new("an address in place of a name") { SourceBucket = "https://source" }),
        Mistake(
            "SourceBucket 'elsewhere' does not exist, says the service. Create it before the run, or name one that exists. 'memory' has no bucket 'elsewhere'. Name it in InMemoryOptions.Buckets.",
            new("a source bucket that does not exist") { SourceBucket = "elsewhere" }),
        Mistake(
            "SourceBucket 'source' cannot be emptied: The key may not list. The kit lists and deletes every rule of it before each clause.",
            new("a key that may not list")
            {
                Create = backEnd => new Overridden(backEnd.NewService()) { Lists = (_, _) => throw new InventoryException(InventoryErrorKind.AccessDenied, "The key may not list.") },
            }),
        Mistake(
            "MissingBucket is no name that the capabilities allow for a bucket: 'No_Bucket' must be 3 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.",
            new("a missing bucket that no bucket can be called") { MissingBucket = "No_Bucket" },
            WithAMissingBucket),
        Mistake(
            "MissingBucket 'reports' is one of the two buckets that exist. It must be one that does not.",
            new("a missing bucket that is there") { MissingBucket = "reports" },
            WithAMissingBucket),
        Mistake(
            "CreateService returned the same service twice. It must return a new one at each call, over the same back end: the kit disposes of each.",
            TheSameTwice(),
            WithTwoServices),
    ];

    [TestCaseSource(nameof(Mistakes))]
    public void A_mistake_in_a_fixture_is_told_in_a_sentence_of_its_own(FixtureMistake mistake, string clause, string sentence)
    {
        var results = KitRun.Of<MistakenFixture>(clause, mistake);

        Assert.That(results.Select(r => r.ResultState.Status), Is.EqualTo(new[] { TestStatus.Failed }));
        Assert.That(results[0].Message, Is.EqualTo($"The fixture cannot be used: {sentence}"));
    }

    [Test]
    public void A_mistake_in_a_fixture_is_told_by_every_clause_and_nothing_else_is()
    {
        var results = KitRun.Of<MistakenFixture>(null, new FixtureMistake("a source bucket that does not exist") { SourceBucket = "elsewhere" });

        Assert.That(results, Has.Count.EqualTo(InventoryServiceConformance.ClauseCount));
        Assert.That(results.Select(r => r.Message), Has.All.StartsWith("The fixture cannot be used: SourceBucket 'elsewhere' does not exist"));
    }

    [Test]
    public void One_service_for_all_clauses_is_found_at_the_second()
    {
        var results = KitRun.Of<MistakenFixture>(WithCases, TheSameTwice());

        Assert.That(results[0].ResultState.Status, Is.EqualTo(TestStatus.Passed));
        Assert.That(results[1].Message, Does.StartWith("The fixture cannot be used: CreateService returned the same service twice."));
    }

    [TestCase(AnyClause)]
    [TestCase(WithTwoServices)]
    [TestCase(WithAMissingBucket)]
    [TestCase(OfTheTable)]
    [TestCase(WithCases)]
    public void A_fixture_without_a_mistake_is_used(string clause)
    {
        var results = KitRun.Of<MistakenFixture>(clause, new FixtureMistake("none"));

        Assert.That(results.Select(r => r.ResultState.Status), Is.Not.Empty.And.All.EqualTo(TestStatus.Passed));
    }

    private static TestCaseData Mistake(string sentence, FixtureMistake mistake, string clause = AnyClause) =>
        new TestCaseData(mistake, clause, sentence).SetArgDisplayNames(mistake.Mistake);

    private static FixtureMistake TheSameTwice()
    {
        IInventoryService? only = null;
        return new("a factory that returns one service for all") { Create = backEnd => only ??= backEnd.NewService() };
    }
}
