using Inventory.Emulator.Store;

namespace Inventory.Emulator.Oss;

/// <summary>Where a rule's reports go.</summary>
internal sealed class OssDestinationReader(EmulatorOptions options, BucketDirectory buckets, EmulatorBucket source, Action<OssError> refuse)
{
    private const string BucketArn = "acs:oss:::";
    private const string RoleArn = "acs:ram::";
    private const string Role = "role/";

    public OssDestination Read(OssElement? destination)
    {
        if (destination is null)
        {
            refuse(OssError.InvalidArgument("Destination/OSSBucketDestination is missing."));
            return new("", "", "", "", HasSseOss: false, HasSseKms: false, null);
        }

        if (destination.TextOf("Format") is not "CSV")
        {
            refuse(OssError.InvalidArgument("Destination/OSSBucketDestination/Format has to be CSV."));
        }

        var arn = destination.TextOf("Bucket") ?? "";
        var owner = CheckBucket(arn)?.Owner;
        var account = destination.TextOf("AccountId") ?? "";
        if (!IsDigits(account) || (owner is not null && !string.Equals(owner, account, StringComparison.Ordinal)))
        {
            refuse(OssError.InvalidArgument("AccountId is empty, not a number or not the owner of the destination bucket.", "0020-00000028"));
        }

        var role = destination.TextOf("RoleArn") ?? "";
        if (!IsRole(role))
        {
            refuse(OssError.InvalidArgument("RoleArn is not of the form acs:ram::<uid>:role/<name>."));
        }

        var prefix = destination.TextOf("Prefix") ?? "";
        CheckPrefix(prefix);
        var encryption = destination.Find("Encryption");
        CheckEncryption(encryption);
        return new(
            account,
            role,
            arn,
            prefix,
            encryption?.Find("SSE-OSS") is not null,
            encryption?.Find("SSE-KMS") is not null,
            encryption?.TextOf("SSE-KMS", "KeyId"));
    }

    private EmulatorBucket? CheckBucket(string arn)
    {
        if (!arn.StartsWith(BucketArn, StringComparison.Ordinal))
        {
            refuse(OssError.InvalidArgument("The destination bucket is not of the form acs:oss:::<name>.", "0020-00000030"));
            return null;
        }

        var name = arn[BucketArn.Length..];
        if (name.Length is < 3 or > 63)
        {
            refuse(OssError.InvalidArgument("The destination bucket's name is not 3 to 63 characters long.", "0020-00000031"));
            return null;
        }

        if (!BucketDirectory.IsName(name) || !buckets.TryFind(name, out var bucket))
        {
            refuse(OssError.InvalidArgument("The destination bucket's name is illegal, or the bucket does not exist.", "0020-00000032"));
            return null;
        }

        if (source.Owner is not null && bucket.Owner is not null && !string.Equals(source.Owner, bucket.Owner, StringComparison.Ordinal))
        {
            refuse(OssError.InvalidArgument("The destination bucket belongs to another account.", "0020-00000033"));
        }

        if (!string.Equals(source.Region, bucket.Region, StringComparison.Ordinal))
        {
            refuse(OssError.InvalidArgument("The destination bucket is in another region."));
        }

        return bucket;
    }

    private void CheckPrefix(string prefix)
    {
        if (OssRuleReader.IsTooLong(prefix))
        {
            refuse(OssError.InvalidArgument("The destination prefix is longer than 1023 characters.", "0020-00000038"));
        }
        else if (OssRuleReader.HasControlCharacter(prefix))
        {
            refuse(OssError.InvalidArgument("The destination prefix holds a special character.", "0020-00000034"));
        }
    }

    private void CheckEncryption(OssElement? encryption)
    {
        var oss = encryption?.Find("SSE-OSS");
        var kms = encryption?.Find("SSE-KMS");
        if (oss is not null && kms is not null)
        {
            refuse(OssError.InvalidArgument("SSE-OSS and SSE-KMS exclude each other.", "0020-00000016"));
        }
        else if (oss?.Find("KeyId") is not null)
        {
            refuse(OssError.InvalidArgument("SSE-OSS has no KeyId.", "0020-00000035"));
        }
        else if (kms is not null && !options.OssKmsOffered)
        {
            refuse(OssError.InvalidArgument("SSE-KMS is not supported in this region.", "0005-00000201"));
        }
        else if (kms is not null && kms.TextOf("KeyId") is null && !options.OssAllowKmsWithoutKeyId)
        {
            refuse(OssError.InvalidArgument("SSE-KMS has no KeyId."));
        }
    }

    private static bool IsRole(string arn)
    {
        if (!arn.StartsWith(RoleArn, StringComparison.Ordinal))
        {
            return false;
        }

        var colon = arn.IndexOf(':', RoleArn.Length);
        return colon > 0
            && IsDigits(arn[RoleArn.Length..colon])
            && arn[(colon + 1)..].StartsWith(Role, StringComparison.Ordinal)
            && arn.Length > colon + 1 + Role.Length;
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
