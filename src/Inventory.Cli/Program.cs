using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using Inventory.Cli;

// What is told beside the result is never why a command fails.
Console.SetError(new LenientWriter(Console.Error));

// Before anything runs: a command that is stopped the moment it speaks must end as cleanly as one that is stopped later.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

var root = new RootCommand("Bucket inventory rules on Alibaba Cloud OSS and Baidu Cloud BOS: one model, two clouds, and an emulator of both.")
{
    ValidateCommand.Create(),
    CapabilitiesCommand.Create(),
    ConvertCommand.Create(),
    MoveReportCommand.Create(),
    PutCommand.Create(),
    GetCommand.Create(),
    ListCommand.Create(),
    DeleteCommand.Create(),
    ImportCommand.Create(),
    PlanCommand.Create(),
    ApplyCommand.Create(),
    DriftCommand.Create(),
    MigrateCommand.Create(),
    SchemaCommand.Create(),
    EmulatorCommand.Create(),
    DemoCommand.Create(),
};
var help = root.Options.OfType<HelpOption>().Single();
help.Action = new HelpWithExamples((HelpAction)help.Action!);
var command = root.Parse(args);
if (command.Action is ParseErrorAction error && args.Length > 0)
{
    return await ParseErrors.ReportAsync(command, error, args);
}

return await Failures.ReportAsync(
    () => command.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token),
    Console.Error);

// A second signal ends the process at once.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    _ = stop.CancelAsync();
}
