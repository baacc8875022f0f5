namespace Inventory.Emulator.Tests.Support;

/// <summary>Documents and servers that tests start from.</summary>
public static class Samples
{
    public const string Source = EmulatorBucket.DefaultSource;

    public static DateTimeOffset Now { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static EmulatorOptions Unsigned { get; } = new() { VerifySignatures = false, Clock = new FixedClock(Now) };

    public static string OssFull(string id = "report1") =>
        $"<InventoryConfiguration><Id>{id}</Id><IsEnabled>true</IsEnabled>"
        + "<Filter><Prefix>Pics/</Prefix><LastModifyBeginTimeStamp>1637883649</LastModifyBeginTimeStamp>"
        + "<LastModifyEndTimeStamp>1638347592</LastModifyEndTimeStamp><LowerSizeBound>1024</LowerSizeBound>"
        + "<UpperSizeBound>1048576</UpperSizeBound><StorageClass>Standard,IA</StorageClass></Filter>"
        + "<Destination><OSSBucketDestination><Format>CSV</Format><AccountId>100000000000000</AccountId>"
        + "<RoleArn>acs:ram::100000000000000:role/AliyunOSSRole</RoleArn><Bucket>acs:oss:::destbucket</Bucket><Prefix>prefix1/</Prefix>"
        + "<Encryption><SSE-KMS><KeyId>keyId</KeyId></SSE-KMS></Encryption></OSSBucketDestination></Destination>"
        + "<Schedule><Frequency>Daily</Frequency></Schedule><IncludedObjectVersions>All</IncludedObjectVersions>"
        + "<OptionalFields><Field>Size</Field><Field>ETag</Field></OptionalFields></InventoryConfiguration>";

    public static string OssMinimal(string id = "report1") =>
        $"<InventoryConfiguration><Id>{id}</Id><IsEnabled>True</IsEnabled>"
        + "<Destination><OSSBucketDestination><Format>CSV</Format><AccountId>100000000000000</AccountId>"
        + "<RoleArn>acs:ram::100000000000000:role/AliyunOSSRole</RoleArn><Bucket>acs:oss:::destbucket</Bucket></OSSBucketDestination></Destination>"
        + "<Schedule><Frequency>Weekly</Frequency></Schedule><IncludedObjectVersions>Current</IncludedObjectVersions></InventoryConfiguration>";

    public static string Bos(string id = "rule-1") =>
        $$"""{"id":"{{id}}","status":"enabled","resource":["examplebucket/logs/*"],"schedule":"Weekly","destination":{"targetBucket":"destbucket","targetPrefix":"inv/","format":"CSV"}""" + "}";

    public static Task<RawAnswer> PutOssAsync(this InventoryEmulator emulator, string document, string id = "report1")
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return RawHttp.SendAsync(emulator.OssEndpoint, "PUT", $"/examplebucket/?inventory&inventoryId={id}", document);
    }

    public static Task<RawAnswer> OssAsync(this InventoryEmulator emulator, string method, string query)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return RawHttp.SendAsync(emulator.OssEndpoint, method, "/examplebucket/" + query);
    }

    public static Task<RawAnswer> PutBosAsync(this InventoryEmulator emulator, string document, string id = "rule-1")
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return RawHttp.SendAsync(emulator.BosEndpoint, "PUT", $"/examplebucket?inventory&id={id}", document);
    }

    public static Task<RawAnswer> BosAsync(this InventoryEmulator emulator, string method, string query)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return RawHttp.SendAsync(emulator.BosEndpoint, method, "/examplebucket" + query);
    }
}
