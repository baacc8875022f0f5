using Inventory.Documents;

namespace Inventory.BaiduBos.Tests.Mapping;

[TestFixture]
public sealed class StatusTests
{
    [TestCase("enabled", true)]
    [TestCase("Enabled", true)]
    [TestCase("ENABLED", true)]
    [TestCase("disabled", false)]
    [TestCase("Disabled", false)]
    public void It_is_read_without_regard_to_case_and_written_in_lower_case(string status, bool isEnabled)
    {
        var rule = Wire.Read(Wire.With("status", $"\"{status}\""));

        Assert.That(rule.IsEnabled, Is.EqualTo(isEnabled));
        Assert.That(Wire.Of(rule), Does.Contain($"\"status\":\"{(isEnabled ? "enabled" : "disabled")}\""));
    }

    [TestCase("\"on\"")]
    [TestCase("true")]
    [TestCase("\"\"")]
    [TestCase("null")]
    [TestCase("{}")]
    public void Anything_else_is_a_problem_and_never_taken_for_disabled(string json)
    {
        var error = Assert.Catch<InvalidDocumentException>(() => Wire.Read(Wire.With("status", json)));

        Assert.That(error!.Problems.Single().Path, Is.EqualTo("status"));
    }
}
