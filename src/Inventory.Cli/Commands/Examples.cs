namespace Inventory.Cli;

/// <summary>What the examples in help are made of.</summary>
internal static class Examples
{
    public const string Emulator = "inventory emulator --oss-port 9000 --bos-port 9001";

    public const string Rule = """'{"id":"weekly","destination":{"bucket":"destbucket"},"schedule":"Weekly"}'""";

    public const string DailyRule = """'{"id":"daily","destination":{"bucket":"destbucket"},"schedule":"Daily"}'""";

    public const string Oss = "--provider oss --emulator 9000";

    public const string Bos = "--provider bos --emulator 9001";

    public const string OssBucket = "--provider oss --bucket examplebucket --emulator 9000";

    public const string BosBucket = "--provider bos --bucket examplebucket --emulator 9001";

    public const string FleetFileName = "fleet.yaml";

    /// <summary>A fleet file for the buckets that the emulator has from the start.</summary>
    public const string FleetFileText = """
        version: 1
        accounts:
          oss: { buckets: [examplebucket] }
          bos: { buckets: [examplebucket] }
        rules:
          weekly: { schedule: Weekly, destination: { bucket: destbucket } }
          sizes: { schedule: Daily, destination: { bucket: destbucket }, optionalFields: [Size] }
        assignments:
          - { account: oss, buckets: ["*"], rules: [weekly, sizes] }
          - { account: bos, buckets: ["*"], rules: [weekly] }
        """;

    public const string Emulators = "--emulator oss=9000 --emulator bos=9001";

    public const string Fleet = $"{FleetFileName} {Emulators}";

    public const string Put = $"inventory put {Rule} {OssBucket}";
}
