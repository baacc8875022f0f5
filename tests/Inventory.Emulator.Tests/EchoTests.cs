using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>What OSS gives back otherwise than it was sent, and the switch of each.</summary>
[TestFixture]
public sealed class EchoTests
{
    private const string Zeroes =
        "<LastModifyBeginTimeStamp>0</LastModifyBeginTimeStamp><LastModifyEndTimeStamp>0</LastModifyEndTimeStamp>"
        + "<LowerSizeBound>1</LowerSizeBound><UpperSizeBound>0</UpperSizeBound>";

    private static readonly string InPart = Samples.OssMinimal().Replace(
        "<Schedule>", "<Filter><Prefix>a</Prefix><LowerSizeBound>1</LowerSizeBound><StorageClass>Standard,IA</StorageClass></Filter><Schedule>", StringComparison.Ordinal);

    [Test]
    public async Task A_filter_that_is_set_in_part_comes_back_with_zeroes_and_its_classes_in_order()
    {
        Assert.That(await FilterAsync(Samples.Unsigned, InPart), Is.EqualTo($"<Prefix>a</Prefix>{Zeroes}<StorageClass>IA,Standard</StorageClass>"));
    }

    [Test]
    public async Task Zeroes_can_be_switched_off()
    {
        var filter = await FilterAsync(Samples.Unsigned with { OssEchoFilterDefaults = false }, InPart);

        Assert.That(filter, Is.EqualTo("<Prefix>a</Prefix><LowerSizeBound>1</LowerSizeBound><StorageClass>IA,Standard</StorageClass>"));
    }

    [Test]
    public async Task The_order_of_classes_can_be_switched_off()
    {
        Assert.That(await FilterAsync(Samples.Unsigned with { OssEchoSortedStorageClasses = false }, InPart), Does.EndWith("<StorageClass>Standard,IA</StorageClass>"));
    }

    [TestCase(true, "<Prefix></Prefix>")]
    [TestCase(false, null)]
    public async Task An_empty_filter_comes_back_bare_or_not_at_all(bool isEchoed, string? filter)
    {
        Assert.That(await FilterAsync(Samples.Unsigned with { OssEchoEmptyFilter = isEchoed }, Samples.OssMinimal()), Is.EqualTo(filter));
    }

    /// <summary>What stands in the filter of a rule that was put; null: it has none.</summary>
    private static async Task<string?> FilterAsync(EmulatorOptions options, string document)
    {
        await using var emulator = await InventoryEmulator.StartAsync(options);
        _ = await emulator.PutOssAsync(document);
        var body = (await emulator.OssAsync("GET", "?inventory&inventoryId=report1")).Body;
        var start = body.IndexOf("<Filter>", StringComparison.Ordinal);
        return start < 0 ? null : body[(start + "<Filter>".Length)..body.IndexOf("</Filter>", StringComparison.Ordinal)];
    }
}
