using System.CommandLine;
using Inventory.Cli;

var root = new RootCommand("Bucket inventory rules on Alibaba Cloud OSS and Baidu Cloud BOS: one model, two clouds, and an emulator of both.")
{
    DemoCommand.Create(),
    EmulatorCommand.Create(),
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
