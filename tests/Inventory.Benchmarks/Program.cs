using BenchmarkDotNet.Running;
using Inventory.Benchmarks;
using Inventory.Benchmarks.Fleet;
using Inventory.Benchmarks.Load;

return args switch
{
    ["emulator-load", .. var rest] => await LoadRun.RunAsync(rest),
    ["fleet", .. var rest] => await FleetRun.RunAsync(rest),
    ["fleet-emulator", .. var rest] => await FleetEmulator.RunAsync(rest),
    ["emulator-start", .. var rest] => await StartRun.RunAsync(rest),
    _ => BenchmarkSwitcher.FromAssembly(typeof(ValidationBenchmarks).Assembly).Run(args).Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0,
};
