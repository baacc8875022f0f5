using Inventory.AlibabaOss.Tests.Support;
using Inventory.Tests.Faults;

namespace Inventory.AlibabaOss.Tests;

/// <summary>The fault matrix over OSS.</summary>
[TestFixture]
public sealed class OssFaultMatrix : FaultMatrix
{
    protected override MatrixCloud Cloud => OssMatrixCloud.Instance;
}
