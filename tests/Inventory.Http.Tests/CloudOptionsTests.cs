using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Inventory.Http.Tests;

public sealed class CloudOptionsTests
{
    [Test]
    public void Options_that_make_sense_pass()
    {
        var options = new SampleOptions { Region = "north", Endpoint = "storage.example", Accept = { "drop=OptionalFields", "schedule=Weekly" } };

        Assert.That(() => options.Validate("sample", null), Throws.Nothing);
    }

    [Test]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var options = new SampleOptions
        {
            Endpoint = "https://storage.example/path",
            Accept = { "drop=Destination.Encryption", "nonsense", "drop=OptionalFields" },
            ReplaceDeadline = TimeSpan.Zero,
            Transport = new()
            {
                MaxAttempts = 0,
                BaseDelay = TimeSpan.FromSeconds(-1),
                MaxDelay = TimeSpan.FromDays(2),
                AttemptTimeout = TimeSpan.Zero,
                TotalTimeout = Timeout.InfiniteTimeSpan,
                MaxResponseBytes = 0,
            },
        };

        var error = Assert.Catch<InventoryException>(() => options.Validate("sample", null));

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Provider, Is.EqualTo("sample"));
        Assert.That(error.Message, Does.StartWith("The options of 'sample' cannot be used:"));
        Assert.That(error.Message.Split('\n').Skip(1).Select(line => line.Trim()[..line.Trim().IndexOf(": ", StringComparison.Ordinal)]), Is.EqualTo(
        [
            "Endpoint", "Region", "Accept", "Accept", "ReplaceDeadline",
            "Transport:MaxAttempts", "Transport:BaseDelay", "Transport:MaxDelay", "Transport:AttemptTimeout", "Transport:TotalTimeout", "Transport:MaxResponseBytes",
        ]));
        Assert.That(error.Message, Does.Contain("'drop=Destination.Encryption'").And.Contain("'nonsense'").And.Contain("/path"));
    }

    [TestCase(null, null, "they are missing")]
    [TestCase("id", null, "one is given and the other is not")]
    [TestCase("", "secret", "one is given and the other is not")]
    public void A_key_that_is_missing_or_half_is_named_and_its_secret_is_not_shown(string? id, string? secret, string expected)
    {
        var options = new SampleOptions { Region = "north", Id = id, Secret = secret };

        var error = Assert.Catch<InventoryException>(() => options.Validate("sample", null));

        Assert.That(error.Message, Does.Contain($"Id and Secret: {expected}").And.Not.Contain("secret."));
    }

    [Test]
    public async Task A_credentials_provider_takes_the_place_of_the_key()
    {
        var provider = new StaticCredentials(SampleCredentials.LongLived);
        var options = new SampleOptions { Region = "north", Id = null, Secret = null };

        var chosen = options.Validate("sample", provider);
        var own = await new SampleOptions { Region = "north" }.Validate("sample", null).GetAsync();

        Assert.That(chosen, Is.SameAs(provider));
        Assert.That(own.AccessKeyId, Is.EqualTo("id"));
    }

    [Test]
    public void A_time_that_is_too_long_is_answered_with_how_to_write_seconds_since_a_bare_number_is_days()
    {
        var options = new SampleOptions
        {
            Region = "north",
            ReplaceDeadline = TimeSpan.Parse("30", CultureInfo.InvariantCulture),
            Transport = new()
            {
                BaseDelay = TimeSpan.FromHours(24.5),
                MaxDelay = TimeSpan.FromDays(30),
                AttemptTimeout = TimeSpan.FromDays(30),
                TotalTimeout = TimeSpan.FromMilliseconds(9),
            },
        };

        var error = Assert.Catch<InventoryException>(() => options.Validate("sample", null));

        Assert.That(error.Message.Split("\n  ").Skip(1), Is.EqualTo(
        [
            "ReplaceDeadline: it must be longer than zero, and 24 hours at most. It is 30 days: a number alone is days, so write 30 seconds as 00:00:30.",
            "Transport:BaseDelay: it must be 0 to 24 hours. It is 1.02 days: a number alone is days, so write 30 seconds as 00:00:30.",
            "Transport:MaxDelay: it must be 0 to 24 hours. It is 30 days: a number alone is days, so write 30 seconds as 00:00:30.",
            "Transport:AttemptTimeout: it must be 10 ms to 24 hours. It is 30 days: a number alone is days, so write 30 seconds as 00:00:30.",
            "Transport:TotalTimeout: it must be 10 ms to 24 hours.",
        ]));
    }

    [TestCase(null)]
    [TestCase("storage.example")]
    public void An_addressing_that_there_is_not_is_named_once_with_those_that_there_are(string? endpoint)
    {
        var options = new SampleOptions { Region = "north", Endpoint = endpoint, Addressing = (BucketAddressing)9 };

        var error = Assert.Catch<InventoryException>(() => options.Validate("sample", null));

        Assert.That(error.Message.Split("\n  ").Skip(1), Is.EqualTo(["Addressing: there is no '9'. Write one of Auto, VirtualHosted, Path, CustomDomain."]));
    }

    [Test]
    public void Transport_that_is_missing_is_named()
    {
        var options = new SampleOptions { Region = "north", Transport = null! };

        Assert.That(() => options.Validate("sample", null), Throws.InstanceOf<InventoryException>().With.Message.Contains("Transport: it is missing"));
    }

    [Test]
    public void A_blank_endpoint_is_named_and_does_not_escape_as_an_argument()
    {
        var options = new SampleOptions { Region = "north", Endpoint = " " };

        Assert.That(() => options.Validate("sample", null), Throws.InstanceOf<InventoryException>().With.Message.Contains("Endpoint"));
    }

    [Test]
    public void An_empty_endpoint_and_an_empty_bucket_are_not_given()
    {
        var options = new SampleOptions { Region = "north", Endpoint = "", CustomDomainBucket = "" };

        Assert.That(() => options.Validate("sample", null), Throws.Nothing);
    }

    [TestCase(BucketAddressing.Auto)]
    [TestCase(BucketAddressing.Path)]
    public void A_custom_domains_bucket_without_a_custom_domain_is_refused(BucketAddressing addressing)
    {
        var options = new SampleOptions { Region = "north", Endpoint = "storage.example", Addressing = addressing, CustomDomainBucket = "photos" };

        var error = Assert.Catch<InventoryException>(() => options.Validate("sample", null));

        Assert.That(error.Message.Split("\n  ").Skip(1), Is.EqualTo(
            ["CustomDomainBucket: it is given, and Addressing is not CustomDomain. Set that, or leave the bucket out."]));
    }

    [Test]
    public void Settings_carry_the_deadline_the_clock_and_the_accepted_changes()
    {
        var clock = new ManualTimeProvider();
        var options = new SampleOptions { Accept = { "schedule=Weekly" }, ReplaceDeadline = TimeSpan.FromSeconds(7) };

        var settings = options.ToSettings(clock);

        Assert.That(settings.Time, Is.SameAs(clock));
        Assert.That(settings.ReplaceDeadline, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(settings.Accept, Is.EqualTo([Acceptance.Parse("schedule=Weekly")]));
        Assert.That(options.ToSettings(null).Time, Is.SameAs(TimeProvider.System));
    }

    [Test]
    public void An_accepted_change_is_logged_as_a_warning_and_where_nobody_logs_nobody_is_told()
    {
        var logger = new RecordingLogger();
        var change = new RuleViolation
        {
            Kind = RuleViolationKind.AcceptedChange,
            Path = "Schedule",
            Provider = "sample",
            Reason = "Changed on the way, as the options accept: schedule=Weekly.",
            Remedy = "Take it out.",
        };

        new SampleOptions().ToSettings(null, logger).OnAcceptedChange!(new("photos", "nightly\nforged", change));

        var entry = logger.Entries.Single();
        Assert.That((entry.Level, entry.Event.Id, entry.Event.Name), Is.EqualTo((LogLevel.Warning, 5, "AcceptedChange")));
        Assert.That(entry.Text, Is.EqualTo("sample: Schedule of inventory rule nightly\uFFFDforged of bucket photos: Changed on the way, as the options accept: schedule=Weekly."));
        Assert.That(new SampleOptions().ToSettings(null).OnAcceptedChange, Is.Null);
    }

    [Test]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new SampleOptions();

        Assert.That(options.ReplaceDeadline, Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(options.Addressing, Is.EqualTo(BucketAddressing.Auto));
        Assert.That(options.Transport, Is.EqualTo(new InventoryHttpOptions
        {
            MaxAttempts = 3,
            BaseDelay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(20),
            AttemptTimeout = TimeSpan.FromSeconds(10),
            TotalTimeout = TimeSpan.FromSeconds(100),
            MaxResponseBytes = 16 * 1024 * 1024,
        }));
    }

    private sealed class SampleOptions : CloudOptions
    {
        public string? Id { get; init; } = "id";

        public string? Secret { get; init; } = "key";

        protected override AccessKeyParts AccessKey => new(nameof(Id), Id, nameof(Secret), Secret, null);

        protected override IEnumerable<string> Problems()
        {
            if (Region is null)
            {
                yield return $"{nameof(Region)}: it is missing.";
            }
        }
    }
}
