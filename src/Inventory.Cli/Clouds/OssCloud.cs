using Inventory.AlibabaOss;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary>Alibaba Cloud OSS.</summary>
internal sealed class OssCloud : Cloud
{
    private const string EmulatorAccount = "100000000000000";

    private static readonly OssAccessExtension Access = new();

    public override string Name => OssCapabilities.ProviderName;

    public override InventoryCapabilities Capabilities => OssCapabilities.Default;

    public override InventoryCapabilities BareCapabilities => OssCapabilities.Create(new());

    public override IReadOnlyDictionary<string, string?> EmulatorDefaults => new Dictionary<string, string?>
    {
        [nameof(OssOptions.DestinationAccountId)] = EmulatorAccount,
        [nameof(OssOptions.DestinationRoleArn)] = $"acs:ram::{EmulatorAccount}:role/inventory",
    };

    public override void AddService(InventoryBuilder inventory, string account) => inventory.AddAlibabaOss(account);

    public override void AddTerms(InventoryBuilder inventory, string account, Action<CloudTerms> tell) => inventory.AddProvider<OssOptions>(account, oss =>
    {
        CloudTerms terms = new(OssCapabilities.Create(oss.Options), oss.Options.Accept);
        tell(terms);
        return terms.Service;
    });

    public override string? OptionFor(string path) =>
        path == Access.PathOf(nameof(OssAccessExtension.RoleArn)) ? $"{nameof(OssOptions.DestinationRoleArn)}=acs:ram::ACCOUNT:role/NAME"
        : path == Access.PathOf(nameof(OssAccessExtension.AccountId)) ? $"{nameof(OssOptions.DestinationAccountId)}=ACCOUNT"
        : null;

    public override IReadOnlyDictionary<string, string?> EmulatorSettings(string endpoint) => new Dictionary<string, string?>
    {
        [nameof(OssOptions.Endpoint)] = endpoint,
        [nameof(OssOptions.Region)] = "cn-hangzhou",
        [nameof(OssOptions.Addressing)] = nameof(Http.BucketAddressing.Path),
        [nameof(OssOptions.AccessKeyId)] = EmulatorCredential.DefaultAccessKeyId,
        [nameof(OssOptions.AccessKeySecret)] = EmulatorCredential.DefaultSecret,
        [nameof(OssOptions.SecurityToken)] = null,
        [nameof(OssOptions.UseEcsRamRole)] = null,
        [nameof(OssOptions.EcsRamRoleName)] = null,
    };
}
