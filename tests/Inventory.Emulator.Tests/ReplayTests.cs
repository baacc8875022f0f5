using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

/// <summary>What official clients sent, byte for byte, at the moment of its capture.</summary>
[TestFixture]
public sealed class ReplayTests
{
    /// <summary>What an empty bucket answers.</summary>
    private static readonly Dictionary<(string Wire, string Operation), (int Status, string Code)> OfAnEmptyBucket = new()
    {
        [("oss", "PutBucketInventory")] = (200, ""),
        [("oss", "GetBucketInventory")] = (404, "NoSuchInventory"),
        [("oss", "ListBucketInventory")] = (404, "NoSuchInventory"),
        [("oss", "DeleteBucketInventory")] = (204, ""),
        [("bos", "PutBucketInventory")] = (200, ""),
        [("bos", "GetBucketInventory")] = (404, "NoSuchInventoryConfiguration"),
        [("bos", "ListBucketInventory")] = (200, ""),
        [("bos", "DeleteBucketInventory")] = (404, "NoSuchInventoryConfiguration"),
    };

    private static IEnumerable<CapturedRequest> Signed => CapturedRequest.All.Where(request => request.Signature != "oss-v2");

    private static IEnumerable<CapturedRequest> SignedByVersion2 => CapturedRequest.All.Where(request => request.Signature == "oss-v2");

    [Test]
    public void The_captures_are_those_of_seven_clients() =>
        Assert.That((CapturedRequest.All.Count, CapturedRequest.All.Select(request => request.Client).Distinct().Count()), Is.EqualTo((408, 7)));

    [TestCaseSource(nameof(Signed))]
    public async Task A_request_of_an_official_client_is_answered_as_documented(CapturedRequest request)
    {
        await using var emulator = await InventoryEmulator.StartAsync(CapturedRequest.Server());

        var answer = await request.SendAsync(emulator);

        Assert.That((answer.Status, answer.Code), Is.EqualTo(OfAnEmptyBucket[(request.Wire, request.Operation)]), answer.Body);
        Assert.That(emulator.Requests.Single().Status, Is.EqualTo(answer.Status));
    }

    [TestCaseSource(nameof(Signed))]
    public async Task With_one_byte_flipped_in_what_is_signed_it_is_refused_and_nothing_is_stored(CapturedRequest request)
    {
        await using var emulator = await InventoryEmulator.StartAsync(CapturedRequest.Server());
        List<string> accepted = [];
        var flips = 0;

        foreach (var (where, head) in FlippedRequests.Of(request))
        {
            flips++;
            var answer = await (request with { Head = head }).SendAsync(emulator);
            if (answer.Status is not (400 or 403))
            {
                accepted.Add($"{where}: {answer.Status} {answer.Code}");
            }
        }

        Assert.That(accepted, Is.Empty);
        Assert.That(flips, Is.GreaterThan(10));
        Assert.That(emulator.StoredRules(request.Wire, "inv-src"), Is.Empty);
    }

    [TestCaseSource(nameof(Signed))]
    public async Task Under_another_secret_it_is_refused(CapturedRequest request)
    {
        var server = CapturedRequest.Server();
        await using var emulator = await InventoryEmulator.StartAsync(server with
        {
            Credentials = [.. server.Credentials.Select(key => key with { Secret = "j" + key.Secret[1..] })],
        });

        var answer = await request.SendAsync(emulator);

        Assert.That((answer.Status, answer.Code), Is.EqualTo((403, "SignatureDoesNotMatch")), answer.Body);
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
