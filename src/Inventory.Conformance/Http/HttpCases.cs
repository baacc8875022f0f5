using System.Text;

namespace Inventory.Conformance;

/// <summary>What the clauses about HTTP run over.</summary>
internal static class HttpCases
{
    public const string LateAnswer = "no answer in time";
    public const string BrokenAnswer = "an answer that breaks off";

    private static readonly InventoryErrorKind[] KindsOfAll =
    [
        InventoryErrorKind.BucketNotFound, InventoryErrorKind.AccessDenied, InventoryErrorKind.AuthenticationFailed, InventoryErrorKind.InvalidRequest,
        InventoryErrorKind.Throttled, InventoryErrorKind.Unavailable,
    ];

    private static readonly InventoryErrorKind[] KindsOfPut = [InventoryErrorKind.RuleAlreadyExists, InventoryErrorKind.RuleLimitReached, InventoryErrorKind.Conflict];

    public static HttpOperation[] Operations { get; } = Enum.GetValues<HttpOperation>();

    public static HttpOperation[] Readings { get; } = [HttpOperation.Find, HttpOperation.List];

    /// <summary>Each kind that a service may answer, with each operation that it may answer it to.</summary>
    public static object[][] Refusals { get; } =
        [.. Pairs(KindsOfAll, Operations), .. Pairs(KindsOfPut, [HttpOperation.Put])];

    public static InventoryErrorKind[] AllKinds { get; } = [.. KindsOfAll, .. KindsOfPut];

    public static InventoryErrorKind[] TransientKinds { get; } = [InventoryErrorKind.Throttled, InventoryErrorKind.Unavailable];

    public static object[][] TransientRefusals { get; } = Pairs(TransientKinds, Operations);

    /// <summary>How an answer is lost. A put and a delete may be done with an answer of which the status alone is read.</summary>
    public static object[][] LostAnswers { get; } =
    [
        .. Pairs(["a failed connection", "a connection that is reset", LateAnswer], Operations),
        .. Pairs([BrokenAnswer], Readings),
    ];

    /// <summary>Bodies that say nothing about rules, each made of one that does.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> StrangeBodies { get; } = new Dictionary<string, Func<string, string>>
    {
        ["the page of a proxy"] = _ => "<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Sign in to go on.<br></body></html>",
        ["half a document"] = whole => whole[..(whole.Length / 2)],
        ["nothing"] = _ => "",
        ["the XML of another service"] = _ => "<ArchivePolicies xmlns=\"urn:example:archive\"><ArchivePolicy><Name>old</Name><Days>30</Days></ArchivePolicy></ArchivePolicies>",
        ["the JSON of another service"] = _ => "{\"archivePolicies\":[{\"name\":\"old\",\"days\":30}],\"total\":1}",
        ["XML without a bottom"] = _ => new StringBuilder().Insert(0, "<a>", 100_000).ToString(),
        ["JSON without a bottom"] = _ => new string('[', 100_000),
        ["no text at all"] = _ => "\0\u0001\u0002\uFFFF",
    };

    public static object[][] StrangeSuccesses { get; } = Pairs([.. StrangeBodies.Keys], Readings);

    public static object[][] StrangeRefusals { get; } = Pairs([.. StrangeBodies.Keys], Operations);

    public static int[] Redirects { get; } = [301, 302, 303, 307, 308];

    private static object[][] Pairs<TOne, TOther>(TOne[] ones, TOther[] others)
        where TOne : notnull
        where TOther : notnull =>
        [.. ones.SelectMany(_ => others, (one, other) => (object[])[one, other])];
}
