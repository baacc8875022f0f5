using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Inventory.Conformance;

/// <summary>A clause of the kit: a test whose failure the fixture may have foretold, with a reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClauseAttribute : TestAttribute, IWrapTestMethod
{
    public TestCommand Wrap(TestCommand command) => new WithDeviations(command);

    /// <summary>Reports a deviation as skipped while the clause fails, and as a failure once it holds.</summary>
    private sealed class WithDeviations(TestCommand clause) : DelegatingTestCommand(clause)
    {
        public override TestResult Execute(TestExecutionContext context)
        {
            var deviations = ((IDeviating)context.TestObject!).Deviations;
            if (!deviations.TryGetValue(ClauseCases.NameOf(Test.MethodName!, Test.Arguments), out var reason))
            {
                return innerCommand.Execute(context);
            }

            TestResult result;
            try
            {
                result = innerCommand.Execute(context);
            }
            catch (Exception e) when (e is not ResultStateException { ResultState.Status: not TestStatus.Failed })
            {
                context.CurrentResult.RecordException(e);
                result = context.CurrentResult;
            }

            switch (result.ResultState.Status)
            {
                case TestStatus.Failed:
                    result.SetResult(ResultState.Ignored, $"Deviation: {reason}");
                    break;
                case TestStatus.Passed:
                    result.SetResult(ResultState.Failure, $"The clause holds. Take its deviation out: {reason}");
                    break;
                default:
                    break;
            }

            return result;
        }
    }
}
