using Inventory.Tests.Faults;

namespace Inventory.BaiduBos.Tests;

/// <summary>Many tasks on BOS.</summary>
[TestFixture]
public sealed class BosLoadTest : LoadTest
{
    protected override MatrixCloud Cloud => BosMatrixCloud.Instance;
}
