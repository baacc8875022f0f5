namespace Inventory.Http.Tests;

public sealed class SigningKeyCacheTests
{
    private SigningKeyCache<string, string> _keys = new();
    private int _derived;

    [SetUp]
    public void Begin() => (_keys, _derived) = (new(), 0);

    [Test]
    public void A_key_is_derived_once_for_a_secret_and_a_scope()
    {
        _ = _keys.Get("secret", "day", Derive);

        var key = _keys.Get("secret", "day", Derive);

        Assert.That(key, Is.EqualTo("secret of day"));
        Assert.That(_derived, Is.EqualTo(1));
    }

    [TestCase("secret", "next day")]
    [TestCase("another secret", "day")]
    public void Another_secret_or_scope_has_a_key_of_its_own(string secret, string scope)
    {
        _ = _keys.Get("secret", "day", Derive);

        var key = _keys.Get(secret, scope, Derive);

        Assert.That(key, Is.EqualTo($"{secret} of {scope}"));
        Assert.That(_keys.Get("secret", "day", Derive), Is.EqualTo("secret of day"));
    }

    [Test]
    public void Threads_with_different_secrets_never_get_each_others_key()
    {
        var strange = 0;

        Parallel.For(0, 100_000, i =>
        {
            var (secret, scope) = ($"secret {i % 3}", $"day {i % 2}");
            if (_keys.Get(secret, scope, Derive) != $"{secret} of {scope}")
            {
                Interlocked.Increment(ref strange);
            }
        });

        Assert.That(strange, Is.Zero);
    }

    private string Derive(string secret, string scope)
    {
        Interlocked.Increment(ref _derived);
        return $"{secret} of {scope}";
    }
}
