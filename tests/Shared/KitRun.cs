using System.Reflection;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Inventory.Tests;

/// <summary>Runs one fixture by itself and gives what became of each of its tests.</summary>
internal static class KitRun
{
    public static IReadOnlyList<ITestResult> Of<TFixture>()
    {
        var runner = new NUnitTestAssemblyRunner(new OneFixture(typeof(TFixture)));
        _ = runner.Load(typeof(TFixture).Assembly, new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0 });
        return [.. Leaves(runner.Run(TestListener.NULL, TestFilter.Empty))];
    }

    private static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.HasChildren ? result.Children.SelectMany(Leaves) : result.Test.IsSuite ? [] : [result];

    private sealed class OneFixture(Type fixture) : ITestAssemblyBuilder, IPreFilter
    {
        public ITest Build(Assembly assembly, IDictionary<string, object> options)
        {
            var suite = new TestAssembly(assembly, assembly.GetName().Name!);
            suite.Add(new NUnitTestFixtureBuilder().BuildFrom(new TypeWrapper(fixture), this));
            return suite;
        }

        public ITest Build(string assemblyNameOrPath, IDictionary<string, object> options) => Build(fixture.Assembly, options);

        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, MethodInfo method) => true;
    }
}
