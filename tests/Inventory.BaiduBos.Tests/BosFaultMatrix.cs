using Inventory.Tests.Faults;

namespace Inventory.BaiduBos.Tests;

/// <summary>The fault matrix over BOS.</summary>
[TestFixture]
public sealed class BosFaultMatrix : FaultMatrix
{
    protected override MatrixCloud Cloud => BosMatrixCloud.Instance;
}
