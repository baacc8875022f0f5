using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong in tables: a cell says no and not why, what to do or who says so; two instances say different things.</summary>
internal static class DeclaringSaboteurs
{
    private static readonly Evidence Page = new("It is not in the table.", "A page", new DateOnly(2025, 1, 31));

    public static IEnumerable<Saboteur> All =>
    [
        Cell("has a reason that is no sentence", "the reason must be a sentence", FeatureSupport.NotOffered("n/a", "Do without.", Page)),
        Cell("has a remedy that is no sentence", "the remedy must be a sentence", FeatureSupport.Conditional("Some regions have it.", "-", Page)),
        Cell("has evidence that does not say what the source says", "what does the source say?", FeatureSupport.Supported(Page with { Reading = "" })),
        Cell("has evidence without a source", "which source?", FeatureSupport.Supported(Page with { Source = "" })),
        Cell("has evidence without a date", "of which date is the source?", FeatureSupport.Supported(Page with { Dated = default })),

        Setting("has a reason that is no sentence", "Sparkle: the reason must be a sentence", FeatureSupport.NotOffered("n/a", "Do without.", Page)),
        Setting("has nobody who says so", "Sparkle: who says so?", FeatureSupport.NotOffered("There is none.", "Do without.")),

        Words("has no name for people", "Capabilities.DisplayName", c => c with { DisplayName = "" }),
        Words("has a name that is no key", "String matching \"^[a-z][a-z0-9-]*$\"", c => c with { Provider = "my cloud" }),
        Words("does not say what creating promises", "Capabilities.CreateOnlyGuarantee", c => c with { CreateOnlyGuarantee = "exact" }),
        Words("does not say what replacing promises", "Capabilities.ReplaceGuarantee", c => c with { ReplaceGuarantee = "" }),
        Words("does not say who says what a put does", "who says what a put of a rule does that is there?", c => c with { NativePutEvidence = [] }),
        Words("does not say who says how many rules there may be", "who says how many rules a bucket holds?", c => c with { MaxRulesEvidence = [] }),
        Words("does not say who says what an id may be", "rule id", c => c with { RuleId = c.RuleId with { Evidence = [] } }),
        Words("does not say who says what a bucket's name may be", "bucket name", c => c with { BucketName = c.BucketName with { Evidence = [] } }),
        Limit("a filter's prefix", "filter prefix", c => c with { FilterPrefix = c.FilterPrefix! with { Evidence = [] } }),
        Limit("a report's prefix", "destination prefix", c => c with { DestinationPrefix = c.DestinationPrefix! with { Evidence = [] } }),
        Limit("a key's id", "KMS key id", c => c with { KmsKeyId = c.KmsKeyId! with { Evidence = [] } }),
        Limit("a value of its own", "unrecognized value", c => c with { UnrecognizedValue = c.UnrecognizedValue! with { Evidence = [] } }),
        Limit("an instant", "modification time", c => c with { LastModified = c.LastModified! with { Evidence = [] } }),
        Limit("a size", "object size", c => c with { ObjectSize = c.ObjectSize! with { Evidence = [] } }),
        Limit("a slash", "who advises this about a slash?", c => c with { DestinationPrefixSlashEvidence = [] }),
        Limit("an instant in words", "modification time: what does the source say?", c => c with { LastModified = c.LastModified! with { Evidence = [Page with { Reading = "" }] } }),
        Limit("a put in words", "a put: which source?", c => c with { NativePutEvidence = [Page with { Source = "" }] }),
        Limit("how many rules there may be in words", "rules in a bucket: which source?", c => c with { MaxRulesEvidence = [Page with { Source = "" }] }),
        Limit("a slash in words", "a slash: which source?", c => c with { DestinationPrefixSlashEvidence = [Page with { Source = "" }] }),
        Limit("a report's keys in words", "a report's keys: which source?", c => c with { ReportPathEvidence = [Page with { Source = "" }] }),

        Second("is another provider", "other.Capabilities.Provider", c => c with { Provider = "another" }),
        Second("has another native put", "other.Capabilities.NativePut", c => c with { NativePut = NativePut.Overwrite }),
        Second("has another table", "other.Capabilities.Features", c => c with { Features = c.Features.With(KeyValuePair.Create(InventoryFeature.DailySchedule, FeatureSupport.NotOffered("There is none.", "Do without.", Page))) }),

        new(nameof(Kit.Every_deviation_names_a_clause_and_says_why), "names a clause that there is not", "no clause of the kit has this name", s => new(s))
        {
            Deviations = new Dictionary<string, string> { ["Everything_works"] = "It does not." },
        },
        new(nameof(Kit.Every_deviation_names_a_clause_and_says_why), "does not say why", nameof(Kit.A_list_can_be_walked_twice), s => new(s))
        {
            Deviations = new Dictionary<string, string> { [nameof(Kit.A_list_can_be_walked_twice)] = "" },
        },
    ];

    private static Saboteur Cell(string wrong, string says, FeatureSupport cell) =>
        new(nameof(Kit.The_table_answers_for_a_feature_with_its_reason_its_remedy_and_who_says_so), $"a cell {wrong}", says, s => new(s)
        {
            Declares = c => c with { Features = c.Features.With(KeyValuePair.Create(InventoryFeature.OnceSchedule, cell)) },
        });

    private static Saboteur Setting(string wrong, string says, FeatureSupport support) =>
        new(nameof(Kit.The_settings_of_the_extensions_are_answered_for_in_the_same_way), $"a setting {wrong}", says, s => new(s)
        {
            Declares = c => c with { Extensions = new Dictionary<string, FeatureSupport> { ["Sparkle"] = support } },
        });

    private static Saboteur Words(string wrong, string says, Func<InventoryCapabilities, InventoryCapabilities> declares) =>
        new(nameof(Kit.The_limits_and_guarantees_are_stated_in_words), wrong, says, s => new(s) { Declares = declares });

    private static Saboteur Limit(string what, string says, Func<InventoryCapabilities, InventoryCapabilities> declares) =>
        Words($"does not say who limits {what}", says, declares) with { Ground = Ground.Limited };

    private static Saboteur Second(string wrong, string says, Func<InventoryCapabilities, InventoryCapabilities> declares) =>
        new(nameof(Kit.An_instance_declares_what_another_declares), $"the second {wrong}", says, (s, backEnd) => backEnd.Services == 2 ? new Overridden(s) { Declares = declares } : s);
}
