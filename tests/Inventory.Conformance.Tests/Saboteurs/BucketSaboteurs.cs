using Kit = Inventory.Conformance.InventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong with buckets that are not there: a 404 says neither what is missing nor, on a delete, that anything went wrong.</summary>
internal static class BucketSaboteurs
{
    private const string Missing = "missing";

    public static IEnumerable<Saboteur> All =>
    [
        new(nameof(Kit.Putting_into_a_missing_bucket_fails_as_bucket_not_found), "says that it is done", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Puts = (bucket, rule, options, token) => s.PutAsync(bucket == Missing ? Wrongly.Source : bucket, rule, options, token),
        }),
        new(nameof(Kit.Putting_into_a_missing_bucket_fails_as_bucket_not_found), "takes a missing bucket for a missing rule", "But was:  RuleNotFound", MissingRule),
        new(nameof(Kit.Putting_into_a_missing_bucket_fails_as_bucket_not_found), "does not say which bucket", "Expected: \"missing\"", Nameless),

        new(nameof(Kit.Finding_in_a_missing_bucket_fails_as_bucket_not_found), "finds nothing", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Finds = async (bucket, id, token) => bucket == Missing ? null : await s.FindAsync(bucket, id, token),
        }),
        new(nameof(Kit.Finding_in_a_missing_bucket_fails_as_bucket_not_found), "takes a missing bucket for a missing rule", "But was:  RuleNotFound", MissingRule),
        new(nameof(Kit.Finding_in_a_missing_bucket_fails_as_bucket_not_found), "does not say which bucket", "Expected: \"missing\"", Nameless),

        new(nameof(Kit.Listing_a_missing_bucket_fails_as_bucket_not_found), "lists nothing", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Lists = (bucket, token) => bucket == Missing ? AsyncEnumerable.Empty<InventoryRule>() : s.ListAsync(bucket, token),
        }),
        new(nameof(Kit.Listing_a_missing_bucket_fails_as_bucket_not_found), "takes a missing bucket for a missing rule", "But was:  RuleNotFound", MissingRule),
        new(nameof(Kit.Listing_a_missing_bucket_fails_as_bucket_not_found), "does not say which bucket", "Expected: \"missing\"", Nameless),

        new(nameof(Kit.Deleting_from_a_missing_bucket_fails_as_bucket_not_found), "takes every 404 for a rule that is gone", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Deletes = (bucket, id, token) => bucket == Missing ? Task.CompletedTask : s.DeleteAsync(bucket, id, token),
        }),
        new(nameof(Kit.Deleting_from_a_missing_bucket_fails_as_bucket_not_found), "takes a missing bucket for a missing rule", "But was:  RuleNotFound", MissingRule),
        new(nameof(Kit.Deleting_from_a_missing_bucket_fails_as_bucket_not_found), "does not say which bucket", "Expected: \"missing\"", Nameless),

        new(nameof(Kit.A_name_that_no_bucket_can_have_is_an_invalid_request), "asks the service, which has no such bucket, to put", "put", s => new(s)
        {
            Puts = (bucket, rule, options, token) => IsName(bucket) ? s.PutAsync(bucket, rule, options, token) : throw Wrongly.Error(InventoryErrorKind.BucketNotFound),
        }),
        new(nameof(Kit.A_name_that_no_bucket_can_have_is_an_invalid_request), "asks the service, which has no such bucket, to find", "find", s => new(s)
        {
            Finds = (bucket, id, token) => IsName(bucket) ? s.FindAsync(bucket, id, token) : throw Wrongly.Error(InventoryErrorKind.BucketNotFound),
        }),
        new(nameof(Kit.A_name_that_no_bucket_can_have_is_an_invalid_request), "asks the service, which has no such bucket, to list", "list", s => new(s)
        {
            Lists = (bucket, token) => IsName(bucket) ? s.ListAsync(bucket, token) : throw Wrongly.Error(InventoryErrorKind.BucketNotFound),
        }),
        new(nameof(Kit.A_name_that_no_bucket_can_have_is_an_invalid_request), "asks the service, which has no such bucket, to delete", "delete", s => new(s)
        {
            Deletes = (bucket, id, token) => IsName(bucket) ? s.DeleteAsync(bucket, id, token) : throw Wrongly.Error(InventoryErrorKind.BucketNotFound),
        }),
        new(nameof(Kit.A_name_that_no_bucket_can_have_is_an_invalid_request), "escapes the name and goes on", "Expected InventoryException, and the call succeeded", s => new(s)
        {
            Puts = (bucket, rule, options, token) => s.PutAsync(IsName(bucket) ? bucket : Wrongly.Source, rule, options, token),
        }),
        new(nameof(Kit.A_name_that_no_bucket_can_have_is_an_invalid_request), "throws an argument exception", "ArgumentException", s => new(s)
        {
            Puts = (bucket, rule, options, token) => IsName(bucket) ? s.PutAsync(bucket, rule, options, token) : throw new ArgumentException("A bad name.", nameof(bucket)),
        }),
    ];

    private static bool IsName(string bucket) => bucket.All(c => char.IsAsciiLetterLower(c));

    private static Overridden MissingRule(IInventoryService s) => new(s) { Fails = e => Wrongly.As(InventoryErrorKind.RuleNotFound, e) };

    private static Overridden Nameless(IInventoryService s) => new(s) { Fails = Wrongly.Nameless };
}
