using BenchmarkDotNet.Attributes;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;

namespace Inventory.Benchmarks;

/// <summary>What validating a rule costs. Every call sees another instance, so nothing that is kept per rule can help.</summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private const int Instances = 4096;

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly InventoryCapabilities Oss = OssCapabilities.Create(
        new OssOptions { DestinationRoleArn = "acs:ram::100000000000000:role/inventory", DestinationAccountId = "100000000000000" });

    private readonly InventoryRule[] _full = new InventoryRule[Instances];
    private readonly InventoryRule[] _ten = new InventoryRule[Instances];
    private int _next;

    /// <summary>Makes the rules, and makes sure that they are what the names below say.</summary>
    [GlobalSetup]
    public void MakeRules()
    {
        for (var i = 0; i < Instances; i++)
        {
            _full[i] = Full(i);
            _ten[i] = TenViolations(i);
        }

        if (InventoryValidator.Check(Oss, _full[0], Now).Count != 0)
        {
            throw new InvalidOperationException("The full rule is not one that OSS holds without a word.");
        }

        if (InventoryValidator.Check(BosCapabilities.Default, _ten[0], Now).Count(v => v.Severity == ViolationSeverity.Error) != 10)
        {
            throw new InvalidOperationException("The other rule has not ten violations.");
        }
    }

    /// <summary>A rule with every feature that OSS supports without a condition, once each.</summary>
    [Benchmark]
    public int EverySupportedFeature() => InventoryValidator.Check(Oss, _full[_next++ & (Instances - 1)], Now).Count;

    /// <summary>A rule that BOS refuses in ten places.</summary>
    [Benchmark]
    public int Violations() => InventoryValidator.Check(BosCapabilities.Default, _ten[_next++ & (Instances - 1)], Now).Count;

    private static InventoryRule Full(int i) => new()
    {
        Id = $"rule-{i}",
        Destination = new() { Bucket = $"reports-{i}", Prefix = $"inventory/{i}", Encryption = InventoryEncryption.Kms($"key-{i}") },
        Schedule = InventorySchedule.Once,
        Filter = InventoryFilter.ForPrefix($"logs/{i}/"),
        IncludedObjectVersions = InventoryObjectVersions.All,
        OptionalFields = [.. InventoryField.Known],
        Extensions =
        [
            new OssInventoryExtension { AutoDelete = true },
            new OssAccessExtension { RoleArn = $"acs:ram::{i}:role/inventory", AccountId = $"{i}" },
        ],
    };

    private static InventoryRule TenViolations(int i) => new()
    {
        Id = $"rule {i}",
        Destination = new() { Bucket = $"Reports_{i}", Prefix = "inventory/", Encryption = InventoryEncryption.Kms($"key-{i}") },
        Schedule = InventorySchedule.Daily,
        Filter = new()
        {
            Prefixes = [$"logs/{i}*"],
            ObjectSize = new() { Lower = 2048 + i, Upper = 1024 },
            StorageClasses = [InventoryStorageClass.Standard],
        },
        OptionalFields = [InventoryField.Size, InventoryField.ETag],
    };
}
