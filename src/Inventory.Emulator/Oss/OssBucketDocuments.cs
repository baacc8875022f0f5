using System.Globalization;
using System.Xml;
using Inventory.Emulator.Http;
using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>The answers about buckets, in the elements and the order of the vendor's pages.</summary>
internal static class OssBucketDocuments
{
    /// <summary>GetBucketLocation.</summary>
    public static string Location(string region) => OssDocument.Write(writer => writer.WriteElementString("LocationConstraint", Place(region)));

    /// <summary>GetBucketInfo.</summary>
    public static string Info(BucketEntry bucket) => OssDocument.Write(writer =>
    {
        writer.WriteStartElement("BucketInfo");
        writer.WriteStartElement("Bucket");
        WritePlace(writer, bucket);
        writer.WriteElementString("Name", bucket.Name);
        writer.WriteElementString("StorageClass", "Standard");
        writer.WriteElementString("DataRedundancyType", "LRS");
        WriteOwner(writer, bucket.Owner);
        writer.WriteStartElement("AccessControlList");
        writer.WriteElementString("Grant", "private");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    /// <summary>ListBuckets: where all are in the answer, the elements about the page are left out.</summary>
    public static string List(IReadOnlyList<BucketEntry> buckets, bool isTruncated, string prefix, string marker, int maxKeys) => OssDocument.Write(writer =>
    {
        writer.WriteStartElement("ListAllMyBucketsResult");
        if (isTruncated)
        {
            writer.WriteElementString("Prefix", OssDocument.Printable(prefix));
            writer.WriteElementString("Marker", OssDocument.Printable(marker));
            writer.WriteElementString("MaxKeys", maxKeys.ToString(CultureInfo.InvariantCulture));
            writer.WriteElementString("IsTruncated", "true");
            writer.WriteElementString("NextMarker", buckets[^1].Name);
        }

        WriteOwner(writer, buckets is [var first, ..] ? first.Owner : BucketEntry.AnyOwner);
        writer.WriteStartElement("Buckets");
        foreach (var bucket in buckets)
        {
            writer.WriteStartElement("Bucket");
            WritePlace(writer, bucket);
            writer.WriteElementString("Name", bucket.Name);
            writer.WriteElementString("Region", bucket.Region);
            writer.WriteElementString("StorageClass", "Standard");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    /// <summary>ListObjects or ListObjectsV2 of a bucket without objects.</summary>
    public static string NoObjects(QueryString query, string bucket, int maxKeys) => OssDocument.Write(writer =>
    {
        var isSecond = query.Has(OssBucketOperations.ListType);
        writer.WriteStartElement("ListBucketResult");
        writer.WriteElementString("Name", bucket);
        WriteSent("Prefix", "prefix");
        WriteSent(isSecond ? "StartAfter" : "Marker", isSecond ? "start-after" : "marker");
        writer.WriteElementString("MaxKeys", maxKeys.ToString(CultureInfo.InvariantCulture));
        WriteSent("Delimiter", "delimiter");
        if (query.Value("encoding-type") is { Length: > 0 })
        {
            WriteSent("EncodingType", "encoding-type");
        }

        writer.WriteElementString("IsTruncated", "false");
        if (isSecond)
        {
            writer.WriteElementString("KeyCount", "0");
        }

        writer.WriteEndElement();

        void WriteSent(string element, string parameter)
        {
            writer.WriteStartElement(element);
            writer.WriteString(OssDocument.Printable(query.Value(parameter) ?? ""));
            writer.WriteFullEndElement();
        }
    });

    private static void WritePlace(XmlWriter writer, BucketEntry bucket)
    {
        writer.WriteElementString("CreationDate", WireTime.IsoMilliseconds(bucket.Created));
        writer.WriteElementString("ExtranetEndpoint", $"{Place(bucket.Region)}.aliyuncs.com");
        writer.WriteElementString("IntranetEndpoint", $"{Place(bucket.Region)}-internal.aliyuncs.com");
        writer.WriteElementString("Location", Place(bucket.Region));
    }

    private static void WriteOwner(XmlWriter writer, string owner)
    {
        writer.WriteStartElement("Owner");
        writer.WriteElementString("ID", owner);
        writer.WriteElementString("DisplayName", owner);
        writer.WriteEndElement();
    }

    private static string Place(string region) => "oss-" + region;
}
