using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Inventory.Conformance.Tests;

/// <summary>Marks a fixture that <see cref="KitRun"/> runs and the run of this assembly leaves out, because some of its tests are to fail.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ProbeAttribute : NUnitAttribute, IFixtureBuilder
{
    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo) => [new TestSuite(typeInfo)];
}
