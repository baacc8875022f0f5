using Inventory.AlibabaOss.Tests.Support;
using Inventory.Tests.Hostile;

namespace Inventory.AlibabaOss.Tests;

/// <summary>Hostile answers to OSS's operations.</summary>
[TestFixture]
public sealed class OssHostileAnswerTests : HostileAnswerTests
{
    protected override HostileCloud Cloud { get; } = new(OssMatrixCloud.Instance, "x-oss-request-id", HostileCloud.Xml, HostileCloud.Json, IsXml: true);
}
