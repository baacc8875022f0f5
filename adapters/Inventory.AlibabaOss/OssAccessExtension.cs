using System.Text.RegularExpressions;

namespace Inventory.AlibabaOss;

/// <summary>
/// Who owns the destination bucket and which role writes to it, where a rule differs in that from <see cref="OssOptions"/>. A null member is the options' to
/// say.
/// </summary>
public sealed partial record OssAccessExtension() : InventoryAccessExtension(OssCapabilities.ProviderName)
{
    /// <summary>The RAM role that OSS assumes to write the report, <c>acs:ram::UID:role/NAME</c>.</summary>
    public string? RoleArn
    {
        get;
        init => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The Alibaba Cloud account that owns the destination bucket, in digits.</summary>
    public string? AccountId
    {
        get;
        init => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> SettingsUsed
    {
        get
        {
            if (RoleArn is not null)
            {
                yield return nameof(RoleArn);
            }

            if (AccountId is not null)
            {
                yield return nameof(AccountId);
            }
        }
    }

    /// <inheritdoc/>
    public override InventoryAccessExtension Over(InventoryAccessExtension defaults) =>
        defaults is OssAccessExtension options ? new OssAccessExtension { RoleArn = RoleArn ?? options.RoleArn, AccountId = AccountId ?? options.AccountId } : this;

    /// <summary>Only what differs from the options; null where nothing does.</summary>
    internal OssAccessExtension? Beyond(OssAccessExtension options)
    {
        var role = RoleArn == options.RoleArn ? null : RoleArn;
        var account = AccountId == options.AccountId ? null : AccountId;
        return role is null && account is null ? null : new() { RoleArn = role, AccountId = account };
    }

    /// <inheritdoc/>
    public override IEnumerable<RuleViolation> Check(InventoryRule rule)
    {
        if (RoleArn is not null && AccountId is not null && IsRoleArn(RoleArn) && IsAccountId(AccountId))
        {
            return [];
        }

        return Missing().Concat(Malformed().Select(m => Violation(m.Setting, m.Problem, "Correct it in the rule or in the options.", m.ServerAnswer)));
    }

    /// <summary>What is malformed in these settings.</summary>
    internal IEnumerable<(string Setting, string Problem, string? ServerAnswer)> Malformed()
    {
        if (RoleArn is not null && !IsRoleArn(RoleArn))
        {
            yield return (nameof(RoleArn), $"'{ShownText.Of(RoleArn)}' is not a role's name. It is written acs:ram::UID:role/NAME, with the account's id in digits.", null);
        }

        if (AccountId is not null && !IsAccountId(AccountId))
        {
            yield return (nameof(AccountId), $"'{ShownText.Of(AccountId)}' is not an account's id: it has digits alone.", "InvalidArgument, EC 0020-00000028");
        }
    }

    [GeneratedRegex("\\Aacs:ram::[0-9]+:role/[^\\s\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]+\\z")]
    private static partial Regex RolePattern();

    private static bool IsRoleArn(string text) => RolePattern().IsMatch(text);

    private static bool IsAccountId(string text) => text.All(char.IsAsciiDigit);

    private IEnumerable<RuleViolation> Missing()
    {
        if (RoleArn is null)
        {
            yield return Violation(nameof(RoleArn), "OSS writes a report in the name of a RAM role, and neither the rule nor the options name one.",
                $"Set {nameof(OssOptions.DestinationRoleArn)} in the options.", null);
        }

        if (AccountId is null)
        {
            yield return Violation(nameof(AccountId), "OSS asks for the account that owns the destination bucket, and neither the rule nor the options name it.",
                $"Set {nameof(OssOptions.DestinationAccountId)} in the options.", "InvalidArgument, EC 0020-00000028");
        }
    }

    private RuleViolation Violation(string setting, string reason, string remedy, string? serverAnswer) => new()
    {
        Kind = RuleViolationKind.InvalidExtension,
        Path = PathOf(setting),
        Provider = Provider,
        Reason = reason,
        Remedy = remedy,
        ServerAnswer = serverAnswer,
        Evidence = [OssEvidence.PutBucketInventory],
    };
}
