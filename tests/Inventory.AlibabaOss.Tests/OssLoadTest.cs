using Inventory.AlibabaOss.Tests.Support;
using Inventory.Tests.Faults;

namespace Inventory.AlibabaOss.Tests;

/// <summary>Many tasks on OSS.</summary>
[TestFixture]
public sealed class OssLoadTest : LoadTest
{
    protected override MatrixCloud Cloud => OssMatrixCloud.Instance;
}
