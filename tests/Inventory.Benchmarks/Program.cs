using BenchmarkDotNet.Running;
using Inventory.Benchmarks;

return BenchmarkSwitcher.FromAssembly(typeof(ValidationBenchmarks).Assembly).Run(args).Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
