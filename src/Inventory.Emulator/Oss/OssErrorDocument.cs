using Inventory.Emulator.Http;

namespace Inventory.Emulator.Oss;

/// <summary>The body of a refusal.</summary>
internal static class OssErrorDocument
{
    public static string Write(WireRequest request, OssTarget? target, OssError error, string requestId) =>
        OssDocument.Write(writer =>
        {
            writer.WriteStartElement("Error");
            WriteText("Code", error.Code);
            WriteText("Message", error.Message);
            WriteText("RequestId", requestId);
            WriteText("HostId", request.Header("host") ?? target?.Bucket ?? "");
            foreach (var detail in error.Details)
            {
                WriteText(detail.Key, detail.Value);
            }

            if (error.Ec is not null)
            {
                WriteText("EC", error.Ec);
                WriteText("RecommendDoc", $"https://api.aliyun.com/troubleshoot?q={error.Ec}");
            }

            writer.WriteEndElement();

            void WriteText(string name, string text) => writer.WriteElementString(name, OssDocument.Printable(text));
        });
}
