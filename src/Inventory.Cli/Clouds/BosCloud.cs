using Inventory.BaiduBos;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary>Baidu Cloud BOS.</summary>
internal sealed class BosCloud : Cloud
{
    public override string Name => BosCapabilities.ProviderName;

    public override InventoryCapabilities Capabilities => BosCapabilities.Default;

    public override InventoryCapabilities BareCapabilities => BosCapabilities.Default;

    public override void AddService(InventoryBuilder inventory, string account) => inventory.AddBaiduBos(account);

    public override void AddTerms(InventoryBuilder inventory, string account, Action<CloudTerms> tell) => inventory.AddProvider<BosOptions>(account, bos =>
    {
        CloudTerms terms = new(BosCapabilities.Create(bos.Options), bos.Options.Accept);
        tell(terms);
        return terms.Service;
    });

    public override IReadOnlyDictionary<string, string?> EmulatorSettings(string endpoint) => new Dictionary<string, string?>
    {
        [nameof(BosOptions.Endpoint)] = endpoint,
        [nameof(BosOptions.Region)] = "bj",
        [nameof(BosOptions.Addressing)] = nameof(Http.BucketAddressing.Path),
        [nameof(BosOptions.AccessKeyId)] = EmulatorCredential.DefaultAccessKeyId,
        [nameof(BosOptions.SecretAccessKey)] = EmulatorCredential.DefaultSecret,
        [nameof(BosOptions.SessionToken)] = null,
    };
}
