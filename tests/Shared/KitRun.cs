using System.Reflection;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Inventory.Tests;

/// <summary>Runs one fixture by itself and gives what became of each of its tests.</summary>
internal static class KitRun
{
    /// <summary>Runs a fixture whole.</summary>
    public static IReadOnlyList<ITestResult> Of<TFixture>() => Run(typeof(TFixture), null, []);

    /// <summary>Runs one test of a fixture, with all of its cases, or the fixture whole.</summary>
    /// <param name="test">The name of the test's method; null for all tests.</param>
    /// <param name="arguments">What the fixture is constructed with.</param>
    public static IReadOnlyList<ITestResult> Of<TFixture>(string? test, params object[] arguments) => Run(typeof(TFixture), test, arguments);

    private static IReadOnlyList<ITestResult> Run(Type fixture, string? test, object[] arguments)
    {
        var runner = new NUnitTestAssemblyRunner(new OneFixture(fixture, test, arguments));
        _ = runner.Load(fixture.Assembly, new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0 });
        return [.. Leaves(runner.Run(TestListener.NULL, TestFilter.Empty))];
    }

    private static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.HasChildren ? result.Children.SelectMany(Leaves) : result.Test.IsSuite ? [] : [result];

    private sealed class OneFixture(Type fixture, string? test, object[] arguments) : ITestAssemblyBuilder, IPreFilter
    {
        public ITest Build(Assembly assembly, IDictionary<string, object> options)
        {
            var suite = new TestAssembly(assembly, assembly.GetName().Name!);
            suite.Add(new NUnitTestFixtureBuilder().BuildFrom(new TypeWrapper(fixture), this, new TestFixtureParameters(arguments)));
            return suite;
        }

        public ITest Build(string assemblyNameOrPath, IDictionary<string, object> options) => Build(fixture.Assembly, options);

        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, MethodInfo method) => test is null || method.Name == test;
    }
}
