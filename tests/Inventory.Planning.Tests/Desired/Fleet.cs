using Inventory.Documents;

namespace Inventory.Planning.Tests;

/// <summary>Fleet files for tests.</summary>
internal static class Fleet
{
    /// <summary>A file that uses everything.</summary>
    public const string Full = """
        $schema: fleet.schema.json
        version: 1
        accounts:
          east:
            buckets: [logs-eu, logs-us, media, empty]
          west:
            buckets: [logs-cn]
        defaults:
          base:
            destination: { bucket: reports, prefix: inventory/, format: CSV }
          nightly:
            from: base
            schedule: Daily
            extensions: { east: { note: all }, west: { note: west } }
        rules:
          logs-nightly:
            from: nightly
            filter: { prefixes: [logs/] }
          full:
            isEnabled: false
            schedule: { other: { provider: east, text: Hourly } }
            destination:
              bucket: reports
              prefix: full/
              format: Parquet
              encryption: { kind: Kms, keyId: key-1 }
            filter:
              prefixes: [a/, b/]
              lastModified: { begin: "2024-01-01T00:00:00Z", end: "2024-02-01T00:00:00+08:00" }
              objectSize: { lower: 1024, upper: "1048576" }
              storageClasses: [Standard, { other: { provider: east, text: Glacial } }]
            includedObjectVersions: All
            optionalFields: [Size, ETag, { other: { provider: east, text: Color } }]
            extensions: { west: null }
        assignments:
          - account: east
            buckets: ["logs-*", media]
            rules: [logs-nightly]
            set: { destination: { prefix: other/ }, isEnabled: null }
            accept: ["drop=OptionalFields", "schedule=EveryThreeDays"]
          - account: west
            buckets: [logs-cn]
            rules: [logs-nightly, full]
        """;

    /// <summary>A JSON file that uses a little.</summary>
    public const string Json = """
        {
          "version": 1,
          "accounts": { "east": { "buckets": ["a", "b"] } },
          // as in the neutral rule files
          "rules": { "weekly": { "schedule": "Weekly", "destination": { "bucket": "reports" } } },
          "assignments": [{ "account": "east", "buckets": ["*"], "rules": ["weekly"] }]
        }
        """;

    private static readonly DesiredStateReader Reader = new([new SampleExtensionDocument("east"), new SampleExtensionDocument("west")]);

    /// <summary>Reads a file called <c>fleet.yaml</c>.</summary>
    public static DesiredState Read(string text) => Reader.Read(text, "fleet.yaml");

    /// <summary>The failure to read one.</summary>
    public static InvalidDocumentException Refusal(string text) => Assert.Throws<InvalidDocumentException>(() => Read(text))!;

    /// <summary>What is wrong with a file, a line each: line, column, path and message.</summary>
    public static IEnumerable<string> Problems(string text) => Refusal(text).Problems.Select(p => $"{p.Line}:{p.Column} {p.Path}: {p.Message}");

    /// <summary>The rules of a bucket.</summary>
    public static IReadOnlyList<DesiredRule> Of(this DesiredState state, string bucket) => state.Buckets.Single(b => b.Bucket == bucket).Rules;
}
