using Inventory.Http;

namespace Inventory.BaiduBos.Tests.Service;

[TestFixture]
public sealed class OptionsTests
{
    [Test]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var options = new BosOptions
        {
            Region = "Bei jing",
            Endpoint = "ftp://bj.bcebos.com/path",
            AccessKeyId = "half-a-key",
            ReplaceDeadline = TimeSpan.Zero,
            Accept = { "schedule=Sometimes", "drop=Destination.Encryption" },
            AllowUnproven = { InventoryFeature.DailySchedule },
        };

        var error = Refusal(options);

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Provider, Is.EqualTo("bos"));
        foreach (var said in (string[])["Endpoint: ", "Region: 'Bei jing'", "AccessKeyId and SecretAccessKey: one is given", "AllowUnproven: 'DailySchedule'", "ReplaceDeadline: ", "Accept: 'schedule=Sometimes'", "Accept: 'drop=Destination.Encryption'"])
        {
            Assert.That(error.Message, Does.Contain(said));
        }
    }

    [Test]
    public void Where_nothing_is_given_what_is_missing_is_named_at_once()
    {
        var error = Refusal(new BosOptions { ReadVariable = _ => null });

        Assert.That(error.Message, Does.Contain("Region: it is missing").And.Contain("AccessKeyId and SecretAccessKey: they are missing"));
    }

    [Test]
    public async Task A_credentials_provider_stands_in_for_a_key()
    {
        await using var bos = await EmulatedBos.StartAsync();
        var key = bos.Options();
        using var service = new BosInventoryService(
            new() { Endpoint = key.Endpoint }, new StaticCredentials(new(key.AccessKeyId!, key.SecretAccessKey!)));

        var result = await service.PutAsync(EmulatedBos.Source, Rules.Weekly());

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
    }

    [Test]
    public async Task A_change_that_the_options_accept_is_made_and_told()
    {
        await using var bos = await EmulatedBos.StartAsync();
        var service = bos.NewService(options =>
        {
            options.Accept.Add("drop=OptionalFields");
            options.Accept.Add("schedule=EveryThreeDays");
        });

        var result = await service.PutAsync(EmulatedBos.Source, Rules.Weekly() with { Schedule = InventorySchedule.Daily, OptionalFields = [InventoryField.Size] });

        Assert.That(string.Join(' ', result.Warnings.Select(w => $"{w.Kind}:{w.Path}")), Is.EqualTo("AcceptedChange:OptionalFields AcceptedChange:Schedule"));
        Assert.That(await service.FindAsync(EmulatedBos.Source, "rule-1"), Is.EqualTo(Rules.Weekly() with { Schedule = InventorySchedule.EveryThreeDays }));
    }

    private static InventoryException Refusal(BosOptions options) => Assert.Catch<InventoryException>(() => new BosInventoryService(options).Dispose())!;
}
