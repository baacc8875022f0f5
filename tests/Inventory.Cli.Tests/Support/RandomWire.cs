using Inventory.Emulator;

namespace Inventory.Cli.Tests;

/// <summary>Rules as both wires write them, drawn from few ids and values, so that those of one id differ in some and share others; and some that no library knows.</summary>
internal sealed class RandomWire(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Up to five rules for each of these buckets, on both wires.</summary>
    public IEnumerable<SeededRule> Rules(IEnumerable<string> buckets) => buckets.SelectMany(bucket =>
        Ids().Select(id => new SeededRule(EmulatorWire.Oss, bucket, Oss(id))).Concat(Ids().Select(id => new SeededRule(EmulatorWire.Bos, bucket, Bos(id, bucket)))));

    private List<string> Ids() => [.. new[] { "a", "b", "c", "7", "d.e" }.Where(_ => _random.Next(4) > 0)];

    private string Oss(string id) => $"""
        <InventoryConfiguration{One("", " version=\"2\"", " version=\"\"")}><Id>{id}</Id><IsEnabled>{One("true", "false")}</IsEnabled>
          {One("", "<Filter><Prefix></Prefix></Filter>", $"<Filter{One("", " mode=\"any\"")}>{Filter()}</Filter>")}
          <Destination>{One("", "<Near>x</Near>")}<OSSBucketDestination><Format>{One("CSV", "ORC", "Parquet", "Avro")}</Format>
            <AccountId>{One("100000000000000", "0012")}</AccountId>{One("<RoleArn>acs:ram::100000000000000:role/inventory</RoleArn>", "<RoleArn>acs:ram::0012:role/a</RoleArn>")}
            <Bucket>acs:oss:::{One("destbucket", "elsewhere")}</Bucket>{One("", "<Prefix>a: #/</Prefix>", "<Prefix>null</Prefix>")}
            {One("", "<Encryption><SSE-OSS/></Encryption>", "<Encryption><SSE-KMS><KeyId>k</KeyId></SSE-KMS></Encryption>", "<Encryption><SSE-KMS><KeyId>1e3</KeyId><X/></SSE-KMS></Encryption>", "<Encryption><SSE-KMS/></Encryption>")}</OSSBucketDestination></Destination>
          <Schedule>{One("<Frequency>Daily</Frequency>", "<Frequency>Weekly</Frequency>", "<Frequency>Monthly</Frequency>", "<Frequency>Monthly</Frequency><DayOfMonth>31</DayOfMonth>", "<Frequency>Hourly</Frequency><At>3</At>")}</Schedule>
          {One("", "<IncludedObjectVersions>Current</IncludedObjectVersions>", "<IncludedObjectVersions>All</IncludedObjectVersions>", "<IncludedObjectVersions>Some</IncludedObjectVersions>")}
          {One("", "<OptionalFields><Field>Size</Field></OptionalFields>", "<OptionalFields><Field>ETag</Field><Field>Size</Field><Field>LastAccess</Field><Y/></OptionalFields>")}
          {One("", $"<IncrementalInventory><IsEnabled>{One("true", "false")}</IsEnabled>{One("", "<Schedule><Frequency>600</Frequency></Schedule>", "<Schedule><Frequency>900</Frequency><U/></Schedule>")}{One("", "<OptionalFields><Field>Size</Field></OptionalFields>")}</IncrementalInventory>")}
          {One("", "<New a=\"1\">x<Deep/>y</New>", "<New/><New/>")}</InventoryConfiguration>
        """;

    private string Filter() => One("", "<Prefix>logs/</Prefix>", "<Prefix>汉字😀</Prefix>") + One("", "<LastModifyBeginTimeStamp>1637883649</LastModifyBeginTimeStamp>", "<LastModifyEndTimeStamp>1638347592</LastModifyEndTimeStamp>")
        + One("", "<LowerSizeBound>1024</LowerSizeBound>", "<UpperSizeBound>2048</UpperSizeBound>") + One("", "<StorageClass>All</StorageClass>", "<StorageClass>IA,Frozen</StorageClass>") + One("", "<Tag><Key>k</Key></Tag>");

    private string Bos(string id, string bucket) =>
        $"{{\"id\":\"{id}\",\"status\":\"{One("enabled", "disabled")}\",\"resource\":[{One($"\"{bucket}/*\"", $"\"{bucket}/a*\",\"{bucket}/b\"", $"\"other/*\",\"{bucket}/x*y*\"")}],"
        + One("\"schedule\":\"Weekly\"", "\"schedule\":\"ThreeDaily\"", "\"schedule\":\"Monthly\"", "\"schedule\":\"Monthly\",\"monthlyDate\":15", "\"schedule\":\"Daily\",\"monthlyDate\":7")
        + $",\"destination\":{{\"targetBucket\":\"{One("destbucket", "elsewhere")}\"{One("", ",\"targetPrefix\":\"p/\"")},\"format\":\"{One("CSV", "Avro")}\"{One("", ",\"zip\":true")}}}"
        + One("", ",\"includedObjectVersions\":\"All\"", ",\"includedObjectVersions\":\"Current\"", ",\"includedObjectVersions\":\"Some\"") + One("", ",\"x\":{\"a\":[1,null]}", ",\"x\":\"\"") + "}";

    private string One(params string[] values) => _random.Next(2) == 0 ? values[0] : values[_random.Next(values.Length)];
}
