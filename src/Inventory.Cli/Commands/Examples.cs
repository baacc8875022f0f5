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

    public const string Fleet = "fleet.yaml --emulator oss=9000 --emulator bos=9001";

    public const string Put = $"inventory put {Rule} {OssBucket}";
}
