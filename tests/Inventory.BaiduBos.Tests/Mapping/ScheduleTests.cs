using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Mapping;

[TestFixture]
public sealed class ScheduleTests
{
    [TestCase(",\"monthlyDate\":0")]
    [TestCase(",\"monthlyDate\":null")]
    [TestCase("")]
    public void A_date_of_nothing_is_no_date(string date)
    {
        var rule = Wire.Read(Wire.With("schedule", $"\"Weekly\"{date}"));

        Assert.That(rule, Is.EqualTo(Wire.Plain));
        Assert.That(Wire.Of(rule), Does.Not.Contain("monthlyDate"));
    }

    [Test]
    public void A_date_that_belongs_to_no_monthly_schedule_is_kept_and_written_back()
    {
        var rule = Wire.Read(Wire.With("schedule", "\"Weekly\",\"monthlyDate\":15"));

        Assert.That(rule.Schedule, Is.EqualTo(InventorySchedule.Weekly));
        Assert.That(rule.Extension<BosInventoryExtension>()!.Unknown, Is.EqualTo(new UnknownContent[] { new("", "monthlyDate", "15") }));
        Assert.That(Wire.Of(rule), Does.Contain("\"schedule\":\"Weekly\"").And.Contain("\"monthlyDate\":15"));
    }

    [Test]
    public void A_kept_date_beside_a_monthly_schedule_is_refused_and_not_written_twice()
    {
        var kept = Wire.Read(Wire.With("schedule", "\"Weekly\",\"monthlyDate\":15"));

        var violations = InventoryValidator.Check(BosCapabilities.Default, kept with { Schedule = InventorySchedule.Monthly(5) }, DateTimeOffset.UnixEpoch);

        var error = violations.Single(v => v.Severity == ViolationSeverity.Error);
        Assert.That((error.Kind, error.Path), Is.EqualTo((RuleViolationKind.InvalidExtension, "Extensions[bos].Unknown")));
        Assert.That(error.Reason, Does.Contain("monthlyDate"));
    }

    [TestCase(",\"monthlyDate\":0")]
    [TestCase(",\"monthlyDate\":null")]
    [TestCase("")]
    public void Monthly_without_a_date_is_read_as_it_stands_and_refused_on_the_way_back_and_never_the_first_of_the_month(string date)
    {
        var rule = Wire.Read(Wire.With("schedule", $"\"Monthly\"{date}"));

        Assert.That(rule.Schedule, Is.EqualTo(InventorySchedule.Other("bos", "Monthly")));
        Assert.That(Wire.Of(rule), Is.EqualTo(Wire.With("schedule", "\"Monthly\"")));
        var error = InventoryValidator.Check(BosCapabilities.Default, rule, DateTimeOffset.UnixEpoch).Single();
        Assert.That((error.Path, error.Severity), Is.EqualTo(("Schedule", ViolationSeverity.Error)));
        Assert.That(error.Reason, Is.EqualTo("'Monthly' must be a value other than Monthly, which BOS takes with a day of 1 to 28 alone: InventorySchedule.Monthly."));
    }

    [TestCase("29", Description = "a day that BOS does not offer, and a month has")]
    [TestCase("31")]
    public void A_day_after_the_28th_is_read_for_what_it_is(string day)
    {
        var rule = Wire.Read(Wire.With("schedule", $"\"Monthly\",\"monthlyDate\":{day}"));

        Assert.That(rule.Schedule.ToString(), Is.EqualTo($"Monthly({day})"));
    }

    [TestCase("32")]
    [TestCase("-1")]
    [TestCase("99999999999")]
    [TestCase("4294967297", Description = "the 1st, to who reads 32 bits of it")]
    [TestCase("1.5")]
    [TestCase("\"first\"")]
    [TestCase("[15]")]
    public void A_date_that_no_month_has_is_a_problem(string date)
    {
        var error = Assert.Catch<InvalidDocumentException>(() => Wire.Read(Wire.With("schedule", $"\"Monthly\",\"monthlyDate\":{date}")));

        Assert.That(error!.Problems.Single().Path, Is.EqualTo("monthlyDate"));
    }

    [Test]
    public void A_date_in_quotation_marks_is_read()
    {
        var rule = Wire.Read(Wire.With("schedule", "\"Monthly\",\"monthlyDate\":\"15\""));

        Assert.That(rule.Schedule, Is.EqualTo(InventorySchedule.Monthly(15)));
    }

    [TestCase("weekly")]
    [TestCase("Daily")]
    [TestCase("threedaily")]
    [TestCase("Fortnightly")]
    public void A_schedule_that_is_not_known_is_kept_by_its_text(string text)
    {
        var rule = Wire.Read(Wire.With("schedule", $"\"{text}\""));

        Assert.That(rule.Schedule, Is.EqualTo(InventorySchedule.Other("bos", text)));
        Assert.That(Wire.Of(rule), Is.EqualTo(Wire.With("schedule", $"\"{text}\"")));
    }

    [TestCase("""{"frequency":"Daily"}""")]
    [TestCase("7")]
    [TestCase("""["Weekly"]""")]
    [TestCase("true")]
    public void A_schedule_that_is_no_text_is_a_problem_that_shows_its_json(string json)
    {
        var error = Assert.Catch<InvalidDocumentException>(() => Wire.Read(Wire.With("schedule", json)));

        var problem = error!.Problems.Single();
        Assert.That(problem.Path, Is.EqualTo("schedule"));
        Assert.That(problem.Message, Does.Contain(json).And.Contain("Weekly"));
    }
}
