namespace Inventory.Http.Tests;

/// <summary>Whatever holds a key prints no secret of it, and whatever fails says none.</summary>
public sealed class CredentialsSecretTests
{
    private const string Id = "key-id-0001";
    private static readonly CloudCredentials Key = new(Id, SampleCredentials.Secret, SampleCredentials.Token, ManualTimeProvider.Start.AddHours(1));
    private static readonly AccessKeyVariables Names = new("ID", "SECRET", "TOKEN");

    private static object[] Holders() =>
    [
        Key,
        new AccessKeyParts("Id", Id, "Secret", SampleCredentials.Secret, SampleCredentials.Token),
        new StaticCredentials(Key),
        Environment(Id, SampleCredentials.Secret, SampleCredentials.Token),
        new RefreshingCredentials(_ => new(Key), new ManualTimeProvider()),
        new CredentialsSwitch("Place", true, _ => new StaticCredentials(Key)),
    ];

    [TestCaseSource(nameof(Holders))]
    public async Task What_holds_a_key_prints_no_secret(object holder)
    {
        if (holder is ICredentialsProvider provider)
        {
            Assert.That((await provider.GetAsync()).SecretAccessKey, Is.EqualTo(SampleCredentials.Secret));
        }

        AssertSilent($"{holder}");
    }

    [Test]
    public void Every_provider_of_the_library_is_looked_at()
    {
        var providers = typeof(ICredentialsProvider).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ICredentialsProvider)));

        Assert.That(providers, Is.SubsetOf(Holders().Select(h => h.GetType())));
    }

    [TestCase(Id, SampleCredentials.Secret + "\n", SampleCredentials.Token)]
    [TestCase(Id, SampleCredentials.Secret, SampleCredentials.Token + " ")]
    [TestCase(null, SampleCredentials.Secret, SampleCredentials.Token)]
    public async Task A_key_that_cannot_be_used_is_not_shown_wherever_it_comes_from(string? id, string? secret, string? token)
    {
        var environment = Environment(id, secret, token);
        var refreshing = new RefreshingCredentials(_ => new(new CloudCredentials(id!, secret!, token)), new ManualTimeProvider());
        using var over = new Bench(Steps.Answer(200)) { Credentials = environment };
        using var overDelegate = new Bench(Steps.Answer(200)) { Credentials = refreshing };

        var errors = (InventoryException[])[await over.FailAsync(), await overDelegate.FailAsync()];

        Assert.That(errors.Select(e => e.Kind), Is.EqualTo([InventoryErrorKind.InvalidConfiguration, InventoryErrorKind.AuthenticationFailed]));
        foreach (var error in errors)
        {
            AssertSilent($"{error} {error.Message}");
        }
    }

    [Test]
    public async Task Expired_credentials_are_not_shown()
    {
        var expired = new CloudCredentials(Id, SampleCredentials.Secret, SampleCredentials.Token, ManualTimeProvider.Start);
        using var bench = new Bench(Steps.Answer(200)) { Credentials = new RefreshingCredentials(_ => new(expired), new ManualTimeProvider()) };

        var error = await bench.FailAsync();

        Assert.That(error.Message, Does.Contain("expired"));
        AssertSilent($"{error}");
    }

    private static EnvironmentCredentials Environment(string? id, string? secret, string? token) =>
        new([Names], new Dictionary<string, string?> { ["ID"] = id, ["SECRET"] = secret, ["TOKEN"] = token }.GetValueOrDefault);

    private static void AssertSilent(string text) =>
        Assert.That(text, Does.Not.Contain(SampleCredentials.Secret).And.Not.Contain(SampleCredentials.Token));
}
