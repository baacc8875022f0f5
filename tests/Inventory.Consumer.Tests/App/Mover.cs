using Inventory.BaiduBos;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Consumer;

/// <summary>Moves a rule from one cloud to the other, with the changes that somebody accepted.</summary>
public sealed class Mover([FromKeyedServices("oss-old")] IInventoryService from, [FromKeyedServices("bos")] IInventoryService to)
{
    public async Task<PutResult> MoveAsync(string bucket, string ruleId, params Acceptance[] accepted)
    {
        var rule = await from.GetAsync(bucket, ruleId);
        return await to.PutAsync(bucket, rule.ConvertTo(BosCapabilities.Default, accepted), new() { Mode = PutMode.CreateOnly });
    }
}
