using Inventory.Emulator.Tests.Support;

namespace Inventory.Emulator.Tests;

[TestFixture]
public sealed class BosValidationTests
{
    [TestCase("\"status\":\"enabled\",", "", "InappropriateJSON")]
    [TestCase("\"enabled\"", "true", "InappropriateJSON")]
    [TestCase("[\"examplebucket/logs/*\"]", "\"examplebucket/logs/*\"", "InappropriateJSON")]
    [TestCase("\"Weekly\"", "{\"frequency\":\"Daily\"}", "InappropriateJSON")]
    [TestCase("\"Weekly\"", "\"Weekly\",\"monthlyDate\":1.5", "InappropriateJSON")]
    [TestCase("\"destination\":{", "\"destinations\":{", "InappropriateJSON")]
    [TestCase("\"targetBucket\"", "\"bucket\"", "InappropriateJSON")]
    [TestCase("\"inv/\"", "7", "InappropriateJSON")]
    [TestCase("enabled", "Enabled", "InvalidArgument")]
    [TestCase("rule-1", "rule-2", "InvalidArgument")]
    [TestCase("[\"examplebucket/logs/*\"]", "[]", "InvalidArgument")]
    [TestCase("examplebucket/logs/*", "logs/*", "InvalidArgument")]
    [TestCase("examplebucket/logs/*", "examplebucket/logs/", "InvalidArgument")]
    [TestCase("examplebucket/logs/*", "examplebucket/*/logs/*", "InvalidArgument")]
    [TestCase("Weekly", "Hourly", "InvalidArgument")]
    [TestCase("\"Weekly\"", "\"Monthly\"", "InvalidArgument")]
    [TestCase("\"Weekly\"", "\"Monthly\",\"monthlyDate\":29", "InvalidArgument")]
    [TestCase("\"Weekly\"", "\"Weekly\",\"monthlyDate\":3", "InvalidArgument")]
    [TestCase("CSV", "csv", "InvalidArgument")]
    [TestCase("\"status\"", "\"includedObjectVersions\":\"all\",\"status\"", "InvalidArgument")]
    [TestCase("\"Weekly\",", "\"Weekly\"", "MalformedJSON")]
    [TestCase("inv/", "\\ud800", "MalformedJSON")]
    public async Task A_put_is_refused_and_stores_nothing(string old, string replacement, string code)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var answer = await emulator.PutBosAsync(Samples.Bos().Replace(old, replacement, StringComparison.Ordinal));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, code)), answer.Body);
        Assert.That(emulator.StoredRules(EmulatorWire.Bos, Samples.Source), Is.Empty);
    }

    [TestCase("\"Weekly\"", "\"ThreeDaily\",\"monthlyDate\":0", "\"ThreeDaily\",\"destination\"")]
    [TestCase("\"Weekly\"", "\"Monthly\",\"monthlyDate\":28", "\"Monthly\",\"monthlyDate\":28")]
    [TestCase("\"Weekly\"", "\"Once\"", "\"Once\"")]
    [TestCase("\"status\"", "\"optionalFields\":[\"Size\"],\"status\"", "{\"id\":\"rule-1\",\"status\"")]
    [TestCase("\"status\"", "\"includedObjectVersions\":\"All\",\"status\"", "\"includedObjectVersions\":\"All\"")]
    [TestCase("logs/", "\\u6570\\u0026/", "数&/")]
    public async Task A_put_is_stored_with_the_members_that_are_known(string old, string replacement, string stored)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var answer = await emulator.PutBosAsync(Samples.Bos().Replace(old, replacement, StringComparison.Ordinal));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(emulator.StoredRules(EmulatorWire.Bos, Samples.Source).Single().Document, Does.Contain(stored).And.Not.Contain("optionalFields"));
    }

    [TestCase("a b")]
    [TestCase("数")]
    [TestCase("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task An_id_of_other_characters_or_more_than_64_bytes_is_refused(string id)
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned);

        var answer = await emulator.PutBosAsync(Samples.Bos(id), Uri.EscapeDataString(id));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "InvalidArgument")));
    }

    [Test]
    public async Task What_no_document_states_can_be_switched()
    {
        await using var emulator = await InventoryEmulator.StartAsync(Samples.Unsigned with
        {
            Buckets = [new("examplebucket"), new("destbucket"), new("elsewhere", "su")],
            BosMissingTargetStatus = 400,
            BosMissingTargetCode = "NoTarget",
            BosForeignTargetStatus = 403,
            BosForeignTargetCode = "Foreign",
            BosAllowOnce = false,
            BosAllowDaily = false,
            BosAllowMonthlyWithoutDate = true,
            BosRefuseIdMismatch = false,
            BosDefaultObjectVersions = "Current",
            BosMaxResources = 1,
        });

        var missing = await emulator.PutBosAsync(Samples.Bos().Replace("destbucket", "nowhere", StringComparison.Ordinal));
        var foreign = await emulator.PutBosAsync(Samples.Bos().Replace("destbucket", "elsewhere", StringComparison.Ordinal));
        var once = await emulator.PutBosAsync(Samples.Bos().Replace("Weekly", "Once", StringComparison.Ordinal));
        var daily = await emulator.PutBosAsync(Samples.Bos().Replace("Weekly", "Daily", StringComparison.Ordinal));
        var two = await emulator.PutBosAsync(Samples.Bos().Replace("\"examplebucket/logs/*\"", "\"examplebucket/a*\",\"examplebucket/b*\"", StringComparison.Ordinal));
        var monthly = await emulator.PutBosAsync(Samples.Bos("other").Replace("Weekly", "Monthly", StringComparison.Ordinal));

        Assert.That((missing.Status, missing.Code), Is.EqualTo((400, "NoTarget")));
        Assert.That((foreign.Status, foreign.Code), Is.EqualTo((403, "Foreign")));
        Assert.That((once.Status, daily.Status, two.Status, monthly.Status), Is.EqualTo((400, 400, 400, 200)));
        Assert.That(
            emulator.StoredRules(EmulatorWire.Bos, Samples.Source).Single().Document,
            Does.Contain("\"id\":\"rule-1\"").And.Contain("\"includedObjectVersions\":\"Current\""));
    }
}
