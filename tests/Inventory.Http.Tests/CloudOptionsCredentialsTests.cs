namespace Inventory.Http.Tests;

/// <summary>Which of the places that credentials may come from is taken.</summary>
public sealed class CloudOptionsCredentialsTests
{
    private static readonly StaticCredentials Handed = new(SampleCredentials.LongLived);
    private static readonly StaticCredentials Placed = new(SampleCredentials.Temporary);

    [Test]
    public async Task What_is_handed_over_comes_before_the_key_the_switch_and_the_environment()
    {
        var options = new PlacedOptions { Id = "id", Secret = "secret", Variables = { ["SAMPLE_ID"] = "variable", ["SAMPLE_SECRET"] = "secret" } };

        var handed = options.Validate("sample", Handed);
        var key = await options.Validate("sample", null).GetAsync();

        Assert.That(handed, Is.SameAs(Handed));
        Assert.That(key.AccessKeyId, Is.EqualTo("id"));
    }

    [Test]
    public void The_switch_comes_before_the_environment_and_gets_the_clock()
    {
        var clock = new ManualTimeProvider();
        var options = new PlacedOptions { UsePlace = true, Variables = { ["SAMPLE_ID"] = "variable", ["SAMPLE_SECRET"] = "secret" } };

        var chosen = options.Validate("sample", null, clock);

        Assert.That(chosen, Is.SameAs(Placed));
        Assert.That(options.PlaceClock, Is.SameAs(clock));
    }

    [Test]
    public async Task The_environment_needs_no_switch_and_is_read_each_time()
    {
        var options = new PlacedOptions { Variables = { ["SAMPLE_ID"] = "variable", ["SAMPLE_SECRET"] = "secret" } };
        var chosen = options.Validate("sample", null);
        options.Variables["SAMPLE_ID"] = "rotated";

        var key = await chosen.GetAsync();

        Assert.That(key.AccessKeyId, Is.EqualTo("rotated"));
    }

    [Test]
    public void The_environment_is_not_looked_at_where_something_else_decides()
    {
        Dictionary<string, string> half = new() { ["SAMPLE_ID"] = "variable" };

        Assert.That(() => new PlacedOptions { Variables = half }.Validate("sample", Handed), Throws.Nothing);
        Assert.That(() => new PlacedOptions { Variables = half, UsePlace = true }.Validate("sample", null), Throws.Nothing);
        Assert.That(() => new PlacedOptions { Variables = half, Id = "id", Secret = "secret" }.Validate("sample", null), Throws.Nothing);
    }

    [Test]
    public void Nothing_anywhere_names_every_place() =>
        Assert.That(Problems(new()), Is.EqualTo(
            ["Id and Secret: they are missing. Give both, or a credentials provider, or set UsePlace, or the environment variables SAMPLE_ID and SAMPLE_SECRET."]));

    [Test]
    public void A_token_alone_in_the_environment_is_nothing() =>
        Assert.That(Problems(new() { Variables = { ["SAMPLE_TOKEN"] = "token" } }).Single(), Does.StartWith("Id and Secret: they are missing."));

    [Test]
    public void Half_a_key_in_the_environment_is_named() =>
        Assert.That(Problems(new() { Variables = { ["SAMPLE_SECRET"] = "hidden-value" } }), Is.EqualTo(
            ["SAMPLE_ID and SAMPLE_SECRET: of these environment variables one is set and the other is not. Set both, or neither."]));

    [Test]
    public void Two_places_in_the_options_are_named() =>
        Assert.That(Problems(new() { Id = "id", Secret = "hidden-value", UsePlace = true }), Is.EqualTo(
            ["Id and Secret, and UsePlace: both say where credentials come from. Give the key, or set UsePlace."]));

    [Test]
    public void A_token_in_the_options_is_not_given_to_a_key_from_elsewhere()
    {
        var options = new PlacedOptions { Token = "hidden-value", Variables = { ["SAMPLE_ID"] = "variable", ["SAMPLE_SECRET"] = "secret" } };

        Assert.That(Problems(options), Is.EqualTo(["Id and Secret: a token is given, and they are not. Give the key that the token belongs to, or no token."]));
    }

    [TestCase("id\n", "hidden-value", null)]
    [TestCase("id", "hidden-value ", null)]
    [TestCase("id", "hidden-value", "hidden\ttoken")]
    public void A_part_that_no_header_can_carry_is_named_and_not_shown(string id, string secret, string? token)
    {
        var problem = Problems(new() { Id = id, Secret = secret, Token = token }).Single();

        Assert.That(problem, Does.StartWith("Id and Secret: one of them, or the token, has a character").And.Not.Contain("hidden"));
    }

    private static IEnumerable<string> Problems(PlacedOptions options) =>
        Assert.Catch<InventoryException>(() => options.Validate("sample", null))!.Message.Split("\n  ").Skip(1);

    private sealed class PlacedOptions : CloudOptions
    {
        public string? Id { get; init; }

        public string? Secret { get; init; }

        public string? Token { get; init; }

        public bool UsePlace { get; init; }

        public Dictionary<string, string> Variables { get; init; } = [];

        public TimeProvider? PlaceClock { get; private set; }

        protected override AccessKeyParts AccessKey => new(nameof(Id), Id, nameof(Secret), Secret, Token);

        protected override EnvironmentCredentials KeyInEnvironment => new([new("SAMPLE_ID", "SAMPLE_SECRET", "SAMPLE_TOKEN")], Variables.GetValueOrDefault);

        protected override CredentialsSwitch CredentialsSwitch => new(nameof(UsePlace), UsePlace, clock =>
        {
            PlaceClock = clock;
            return Placed;
        });

        protected override IEnumerable<string> Problems() => [];
    }
}
