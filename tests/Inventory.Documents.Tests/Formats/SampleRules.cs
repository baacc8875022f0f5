namespace Inventory.Documents.Tests;

/// <summary>A rule with every member and one with none that can be left out, and how the full one is written.</summary>
internal static class SampleRules
{
    /// <summary>The full rule, for the bucket <c>photos</c>, as JSON.</summary>
    public const string FullJson = """
        {
          "id": "nightly",
          "sourceBucket": "photos",
          "isEnabled": false,
          "destination": {
            "bucket": "reports",
            "prefix": "inv",
            "format": "ORC",
            "encryption": {
              "kind": "Kms",
              "keyId": "key-1"
            }
          },
          "schedule": "Monthly(15)",
          "filter": {
            "prefixes": [
              "logs/"
            ],
            "lastModified": {
              "begin": "2024-01-01T00:00:00Z",
              "end": "2024-02-01T00:00:00Z"
            },
            "objectSize": {
              "lower": 1024,
              "upper": 1048576
            },
            "storageClasses": [
              "Standard",
              {
                "other": {
                  "provider": "x",
                  "text": "Glacial"
                }
              }
            ]
          },
          "includedObjectVersions": "All",
          "optionalFields": [
            "Size",
            {
              "other": {
                "provider": "x",
                "text": "LastAccessDate"
              }
            },
            "ETag"
          ],
          "extensions": {
            "sample": {
              "note": "n",
              "count": 7,
              "tags": [
                "t"
              ]
            }
          }
        }
        """;

    /// <summary>The same as YAML.</summary>
    public const string FullYaml = """
        id: nightly
        sourceBucket: photos
        isEnabled: false
        destination:
          bucket: reports
          prefix: inv
          format: ORC
          encryption:
            kind: Kms
            keyId: key-1
        schedule: Monthly(15)
        filter:
          prefixes:
            - logs/
          lastModified:
            begin: "2024-01-01T00:00:00Z"
            end: "2024-02-01T00:00:00Z"
          objectSize:
            lower: 1024
            upper: 1048576
          storageClasses:
            - Standard
            - other:
                provider: x
                text: Glacial
        includedObjectVersions: All
        optionalFields:
          - Size
          - other:
              provider: x
              text: LastAccessDate
          - ETag
        extensions:
          sample:
            note: "n"
            count: 7
            tags:
              - t

        """;

    public static InventoryRule Full { get; } = new()
    {
        Id = "nightly",
        IsEnabled = false,
        Destination = new() { Bucket = "reports", Prefix = "inv", Format = InventoryFormat.Orc, Encryption = InventoryEncryption.Kms("key-1") },
        Schedule = InventorySchedule.Monthly(15),
        Filter = new()
        {
            Prefixes = ["logs/"],
            LastModified = new() { Begin = new(2024, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)), End = new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero) },
            ObjectSize = new() { Lower = 1024, Upper = 1048576 },
            StorageClasses = [InventoryStorageClass.Other("x", "Glacial"), InventoryStorageClass.Standard],
        },
        IncludedObjectVersions = InventoryObjectVersions.All,
        OptionalFields = [InventoryField.Size, InventoryField.Other("x", "LastAccessDate"), InventoryField.ETag],
        Extensions = [new SampleExtension { Note = "n", Count = 7, Tags = ["t"] }],
    };

    public static InventoryRule Plain { get; } = new() { Id = "r", Destination = new() { Bucket = "b" }, Schedule = InventorySchedule.Daily };
}
