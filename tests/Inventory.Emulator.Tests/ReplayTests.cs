using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class ReplayTests
{
    private static IEnumerable<CapturedRequest> Signed => CapturedRequest.All.Where(request => request.Signature != "oss-v2");

    private static IEnumerable<CapturedRequest> SignedByVersion2 => CapturedRequest.All.Where(request => request.Signature == "oss-v2");

    [TestCaseSource(nameof(Signed))]
    public async Task A_request_of_an_official_client_is_let_through(CapturedRequest request)
    {
        await using var emulator = await InventoryEmulator.StartAsync(CapturedRequest.Server());

        var answer = await request.SendAsync(emulator);

        Assert.That(answer.Code, Is.AnyOf("", "NoSuchInventory", "NoSuchInventoryConfiguration"), answer.Body);
        Assert.That(emulator.Requests.Single().Status, Is.EqualTo(answer.Status));
    }

    [TestCaseSource(nameof(Signed))]
    public async Task One_flipped_character_of_the_signature_is_refused_and_nothing_is_stored(CapturedRequest request)
    {
        await using var emulator = await InventoryEmulator.StartAsync(CapturedRequest.Server());

        var answer = await request.WithFlippedSignature().SendAsync(emulator);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "SignatureDoesNotMatch")), answer.Body);
        Assert.That(emulator.StoredRules(request.Wire, "inv-src"), Is.Empty);
    }

    [TestCaseSource(nameof(Signed))]
    public async Task The_same_request_an_hour_later_is_refused(CapturedRequest request)
    {
        await using var emulator = await InventoryEmulator.StartAsync(CapturedRequest.Server(new FixedClock(CapturedRequest.Moment.AddHours(1))));

        var answer = await request.SendAsync(emulator);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "RequestTimeTooSkewed")), answer.Body);
    }

    [TestCaseSource(nameof(SignedByVersion2))]
    public async Task A_version_2_signature_is_answered_as_not_supported(CapturedRequest request)
    {
        await using var emulator = await InventoryEmulator.StartAsync(CapturedRequest.Server());

        var answer = await request.SendAsync(emulator);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((501, "NotImplemented")));
        Assert.That(emulator.StoredRules(EmulatorWire.Oss, "inv-src"), Is.Empty);
    }
}
