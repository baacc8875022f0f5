using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Cli;

/// <summary><c>inventory delete ID --provider P --bucket B</c>.</summary>
internal static class DeleteCommand
{
    public static ExampledCommand Create()
    {
        var id = CommonOptions.RuleId();
        var bucket = CommonOptions.Bucket();
        var provider = new ProviderOptions();
        var output = CommonOptions.Output();
        var command = new ExampledCommand(
            "delete",
            "Deletes a rule of a bucket. None there is no error.",
            $"inventory delete weekly {Examples.OssBucket}") { id, bucket, output };
        provider.AddTo(command);
        command.Run(async (result, cancellationToken) =>
        {
            var (ruleId, source) = (result.GetValue(id)!, result.GetValue(bucket)!);
            var settings = CloudSettings.Read(provider.Read(result));
            await using var services = settings.CreateServices();
            var service = services.GetRequiredService<IInventoryService>();
            await service.DeleteAsync(source, ruleId, cancellationToken);
            await result.InvocationConfiguration.Output.WriteAsync(result.GetValue(output) == CommonOptions.Json
                ? Json(settings.Cloud, source, ruleId)
                : $"Bucket '{source}' has no inventory rule '{ruleId}' on {service.Capabilities.DisplayName} any more.\n");
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Json(Cloud cloud, string bucket, string ruleId) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("provider", cloud.Name);
        json.WriteString("bucket", bucket);
        json.WriteString("ruleId", ruleId);
        json.WriteString("outcome", "Deleted");
        json.WriteEndObject();
    });
}
