using Inventory.Tests.Hostile;

namespace Inventory.BaiduBos.Tests;

/// <summary>Hostile answers to BOS's operations.</summary>
[TestFixture]
public sealed class BosHostileAnswerTests : HostileAnswerTests
{
    protected override HostileCloud Cloud { get; } = new(BosMatrixCloud.Instance, "x-bce-request-id", HostileCloud.Json, HostileCloud.Xml, IsXml: false);
}
