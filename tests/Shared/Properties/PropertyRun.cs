using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Inventory.Tests;

/// <summary>Properties over generated cases. The seed and the count are printed, and the seed is replayed from the environment.</summary>
internal static class PropertyRun
{
    /// <summary>The environment variable that gives another seed, a whole number; <c>new</c> draws one.</summary>
    public const string Variable = "INVENTORY_PROPERTY_SEED";

    private const ulong Default = 20260320;
    private static readonly Lazy<ulong> Drawn = new(() => (ulong)Random.Shared.NextInt64());

    /// <summary>Asserts that something holds for generated cases, and that as many were tried as were asked for.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="generator">Where they come from.</param>
    /// <param name="holds">Throws where it does not hold.</param>
    /// <param name="shrink">Smaller cases of one that fails; none if null.</param>
    /// <param name="size">How large the lists in a case grow.</param>
    public static void Check<T>(int cases, Gen<T> generator, Action<T> holds, Func<T, IEnumerable<T>>? shrink = null, int size = 30)
    {
        var seed = Seed(cases);
        var seen = 0;
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(size).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        try
        {
            FsCheck.Check.One(config, Prop.ForAll(Arb.From(generator, shrink ?? (_ => [])), value =>
            {
                seen++;
                holds(value);
            }));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{Replayed(seed)} {e.Message}", e);
        }

        Assert.That(seen, Is.EqualTo(cases));
    }

    /// <summary>The same for what waits.</summary>
    public static async Task CheckAsync<T>(int cases, Gen<T> generator, Func<T, Task> holds, int size = 30)
    {
        var seed = Seed(cases);
        var seen = 0;
        foreach (var value in generator.Sample(cases, new Rnd(seed), size))
        {
            seen++;
            try
            {
                await holds(value);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{Replayed(seed)} Case {seen}: {value}\n{e.Message}", e);
            }
        }

        Assert.That(seen, Is.EqualTo(cases));
    }

    /// <summary>The seed of a run of so many cases, printed: the usual one, or what the environment says.</summary>
    public static ulong Seed(int cases)
    {
        var text = Environment.GetEnvironmentVariable(Variable);
        var seed = string.IsNullOrEmpty(text) ? Default
            : text == "new" ? Drawn.Value
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given
            : throw new InvalidOperationException($"{Variable} is '{text}'. Give a whole number, or 'new', or leave it out.");
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} cases; replay: {Variable}={seed}"));
        return seed;
    }

    private static string Replayed(ulong seed) => string.Create(CultureInfo.InvariantCulture, $"Replay with {Variable}={seed}.");
}
