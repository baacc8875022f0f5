using Inventory.Emulator;

namespace Inventory.Cli.Tests;

/// <summary>Rules of both clouds that use everything: every member of the model, every setting of the extensions, and what a newer cloud would say.</summary>
internal static class SeededFleet
{
    private const string Owner = "<AccountId>100000000000000</AccountId><RoleArn>acs:ram::100000000000000:role/inventory</RoleArn>";
    private const string Elsewhere = "<AccountId>200000000000000</AccountId><RoleArn>acs:ram::200000000000000:role/reports</RoleArn>";

    /// <summary>All of them are in both buckets, with differences.</summary>
    public static EmulatorOptions Options => new()
    {
        Rules =
        [
            .. Oss("examplebucket", prefix: "a/", isEnabled: "true", day: 31, Owner), .. Oss("destbucket", prefix: "b/", isEnabled: "false", day: 1, Elsewhere),
            .. Bos("examplebucket", prefix: "a/", status: "enabled", date: 15), .. Bos("destbucket", prefix: "b/", status: "disabled", date: 1),
        ],
    };

    private static IEnumerable<SeededRule> Oss(string bucket, string prefix, string isEnabled, int day, string access) => new[]
    {
        $"""
        <InventoryConfiguration><Id>full</Id><IsEnabled>{isEnabled}</IsEnabled>
          <Filter><Prefix>{prefix}</Prefix><LastModifyBeginTimeStamp>1637883649</LastModifyBeginTimeStamp><LastModifyEndTimeStamp>1638347592</LastModifyEndTimeStamp>
            <LowerSizeBound>1024</LowerSizeBound><UpperSizeBound>1048576</UpperSizeBound><StorageClass>Standard,IA,Archive,ColdArchive,DeepColdArchive</StorageClass></Filter>
          <Destination><OSSBucketDestination><Format>CSV</Format>{access}<Bucket>acs:oss:::destbucket</Bucket><Prefix>{prefix}</Prefix>
            <Encryption><SSE-KMS><KeyId>key-1</KeyId></SSE-KMS></Encryption></OSSBucketDestination></Destination>
          <Schedule><Frequency>Monthly</Frequency><DayOfMonth>{day}</DayOfMonth></Schedule><IncludedObjectVersions>All</IncludedObjectVersions>
          <OptionalFields>{string.Concat(InventoryField.Known.Select(f => $"<Field>{f.Text}</Field>"))}</OptionalFields>
          <IncrementalInventory><IsEnabled>{isEnabled}</IsEnabled><Schedule><Frequency>900</Frequency></Schedule>
            <OptionalFields><Field>SequenceNumber</Field><Field>Size</Field></OptionalFields></IncrementalInventory></InventoryConfiguration>
        """,
        $"""
        <InventoryConfiguration version="{day}" empty="">
          <New a="1">text<Deeper/></New>stray
          <Id>newer</Id><IsEnabled>true</IsEnabled>
          <Filter mode="any"><Prefix>Pics/</Prefix><StorageClass>Frozen,IA</StorageClass><Tag><Key>k</Key><Value> v &lt; </Value></Tag></Filter>
          <Destination near="here"><Elsewhere>1</Elsewhere><OSSBucketDestination replica="2"><Format>Avro</Format>{access}<Bucket>acs:oss:::destbucket</Bucket>
            <StorageClass>IA</StorageClass><Encryption strength="9"><SSE-KMS rotate="yes"><Algorithm>SM4</Algorithm></SSE-KMS><Nonce/></Encryption></OSSBucketDestination></Destination>
          <Schedule zone="utc"><Frequency>Hourly</Frequency><DayOfWeek>3</DayOfWeek></Schedule>
          <IncludedObjectVersions>Some</IncludedObjectVersions>
          <OptionalFields sorted="no"><Field>Size</Field><Field>LastAccessDate</Field><Computed>x</Computed></OptionalFields>
          <IncrementalInventory since="1"><Schedule at="2"><Unit>s</Unit></Schedule><OptionalFields x="3"><Y/></OptionalFields><Retention>7</Retention></IncrementalInventory>
          <Owner xmlns:v="urn:v" v:of="me">me</Owner>
        </InventoryConfiguration>
        """,
        Small("silent", $"<Encryption><SSE-OSS/></Encryption>", "<Frequency>Monthly</Frequency>", ""),
        Small("daily", "<Encryption><SSE-KMS/></Encryption>", "<Frequency>Daily</Frequency>", "<IncludedObjectVersions>Current</IncludedObjectVersions>"),
        Small("weekly", $"<Prefix>{prefix}</Prefix>", "<Frequency>Weekly</Frequency>", $"<IncludedObjectVersions>{(day == 1 ? "All" : "Current")}</IncludedObjectVersions>"),
        Small("orc", "", "<Frequency>Weekly</Frequency>", "<IncludedObjectVersions>All</IncludedObjectVersions>", "ORC"),
        Small("parquet", "", "<Frequency>Weekly</Frequency>", "<IncludedObjectVersions>All</IncludedObjectVersions>", "Parquet"),
        Small("once", "", "<Frequency>Once</Frequency><AutoDelete>true</AutoDelete>", "<IncludedObjectVersions>Current</IncludedObjectVersions>"),
    }.Select(document => new SeededRule(EmulatorWire.Oss, bucket, document));

    private static string Small(string id, string destination, string schedule, string root, string format = "CSV") => $"""
        <InventoryConfiguration><Id>{id}</Id><IsEnabled>true</IsEnabled><Destination><OSSBucketDestination><Format>{format}</Format>{Owner}<Bucket>acs:oss:::destbucket</Bucket>{destination}</OSSBucketDestination></Destination>
          <Schedule>{schedule}</Schedule>{root}</InventoryConfiguration>
        """;

    private static IEnumerable<SeededRule> Bos(string bucket, string prefix, string status, int date) => new[]
    {
        $$"""
        {"id":"full","status":"{{status}}","resource":["{{bucket}}/{{prefix}}*","{{bucket}}/z*"],"schedule":"Monthly","monthlyDate":{{date}},
         "destination":{"targetBucket":"destbucket","targetPrefix":"{{prefix}}","format":"CSV"},"includedObjectVersions":"All"}
        """,
        $$"""{"id":"dateless","status":"enabled","resource":["{{bucket}}/*"],"schedule":"Monthly","destination":{"targetBucket":"destbucket","format":"CSV"},"includedObjectVersions":"Current"}""",
        $$"""{"id":"silent","status":"{{status}}","resource":["{{bucket}}/{{prefix}}*"],"schedule":"ThreeDaily","destination":{"targetBucket":"destbucket","format":"CSV"} }""",
        $$"""{"id":"weekly","status":"enabled","resource":["{{bucket}}/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","format":"CSV"},"includedObjectVersions":"Current"}""",
        $$"""
        {"id":"newer","status":"{{status}}","resource":["other/logs/*","{{bucket}}/a*b*"],"schedule":"Hourly","monthlyDate":7,"x":{"deep":[1,null,{"a":"\""} ] },"empty":"",
         "destination":{"targetBucket":"destbucket","format":"Avro","compress":true},"includedObjectVersions":"Some"}
        """,
        $$"""{"id":"once","status":"enabled","resource":["{{bucket}}/*"],"schedule":"Once","destination":{"targetBucket":"destbucket","format":"CSV"},"includedObjectVersions":"Current"}""",
    }.Select(document => new SeededRule(EmulatorWire.Bos, bucket, document));
}
