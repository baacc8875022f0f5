namespace Inventory.Abstractions.Tests.Portability;

/// <summary>Whatever configuration says is accepted, it is read, or refused as is documented.</summary>
[TestFixture]
public sealed class HostileAcceptanceTests
{
    private const int Texts = 100_000;

    private static readonly string[] Sound =
    [
        "drop=OptionalFields", "drop=OptionalFields[ETag]", "drop=Filter.ObjectSize", "DROP = Filter.StorageClasses[Archive]", "drop=Extensions[elsewhere]", "drop=Destination.Encryption",
        "schedule=EveryThreeDays", "Schedule=Monthly(28)", "IncludedObjectVersions=All", "Destination.Format=CSV", "Id=another", "Destination.Bucket=reports",
    ];

    [Test]
    public void A_text_is_read_or_refused_and_what_was_read_is_read_again_from_its_own_words()
    {
        var read = 0;

        PropertyRun.Check(Texts, HostileBody.Of(Sound), body => read += body.IsRead<FormatException>(() =>
        {
            var acceptance = Acceptance.Parse(body.Text);
            Assert.That(Acceptance.Parse(acceptance.ToString()), Is.EqualTo(acceptance));
            Assert.That(Acceptance.ConfigurationProblem(body.Text), acceptance.IsAllowedInConfiguration ? Is.Null : Does.EndWith("."));
        }, refusal => Assert.That(Acceptance.ConfigurationProblem(body.Text), Is.EqualTo(refusal.Message))) ? 1 : 0, HostileBody.Shrink);

        TestContext.Out.WriteLine($"{read} read, {Texts - read} refused");
        Assert.That(read, Is.InRange(Texts / 100, Texts * 3 / 4));
    }
}
