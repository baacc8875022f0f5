using System.Text.Json;
using Inventory.AlibabaOss;
using Inventory.BaiduBos;

namespace Inventory.Cli.Tests;

/// <summary><c>inventory capabilities</c>.</summary>
[TestFixture]
public sealed class CapabilitiesTests
{
    [Test]
    public async Task For_people_it_puts_the_providers_side_by_side()
    {
        var run = await Program.RunAsync("capabilities");

        var lines = run.Output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(lines, Has.Member("FEATURE OSS BOS").And.Member("DailySchedule yes no").And.Member("rules in a bucket 1,000 20"));
        Assert.That(lines, Has.Member("oss: AutoDelete yes no").And.Member("bos: Resource no on condition"));
    }

    [Test]
    public async Task For_people_it_gives_the_reasons_and_limits_of_one_provider()
    {
        var run = await Program.RunAsync("capabilities", "--provider", "bos");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Match("(?m)^DailySchedule +no +BOS has no daily schedule. Use InventorySchedule.EveryThreeDays or Weekly.$"));
        Assert.That(run.Output, Does.Match("(?m)^rule id +1 to 64 bytes of letters, digits, '.', '_' and '-'$"));
        Assert.That(run.Output, Does.Match("(?m)^creating only +BOS overwrites without a word"));
    }

    [Test]
    public async Task As_markdown_it_is_the_matrix()
    {
        var all = await Program.RunAsync("capabilities", "--output", "markdown");
        var one = await Program.RunAsync("capabilities", "-p", "oss", "-o", "markdown");

        Assert.That(all, Is.EqualTo(new Run(0, CapabilityMatrix.ToMarkdown(OssCapabilities.Default, BosCapabilities.Default), "")));
        Assert.That(one, Is.EqualTo(new Run(0, CapabilityMatrix.ToMarkdown(OssCapabilities.Default), "")));
    }

    [Test]
    public void The_matrix_tells_each_source_once_with_its_date_and_both_readings_where_sources_disagree()
    {
        var matrix = CapabilityMatrix.ToMarkdown(OssCapabilities.Default, BosCapabilities.Default);

        var sources = matrix.Split('\n').Where(line => line.StartsWith("* (", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(')', StringComparison.Ordinal) + 2)..]).ToList();
        Assert.That(sources, Is.Unique.And.Count.GreaterThan(15).And.All.Match("^(OSS|BOS), .+, 20[0-9]{2}-[0-9]{2}-[0-9]{2}: .+\\.$"));
        Assert.That(matrix, Does.Match("\\| a put of a rule that is there \\| is refused \\([a-z]+, [a-z]+, [a-z]+\\) \\| overwrites it \\([a-z]+, [a-z]+\\) \\|"));
        Assert.That(matrix, Does.Not.Match("\\| yes \\|"), "a yes without a source");
    }

    [Test]
    public async Task For_tools_it_holds_every_feature_limit_and_guarantee_of_every_provider()
    {
        var run = await Program.RunAsync("capabilities", "-o", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(json.RootElement.EnumerateArray().Select(p => p.GetProperty("provider").GetString()), Is.EqualTo(new[] { "oss", "bos" }));
        foreach (var provider in json.RootElement.EnumerateArray())
        {
            var features = provider.GetProperty("features").EnumerateArray().ToList();
            Assert.That(features.Select(f => f.GetProperty("name").GetString()), Is.EqualTo(Enum.GetNames<InventoryFeature>()));
            Assert.That(features[0].EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "name", "level", "reason", "remedy", "serverAnswer", "evidence", "clause" }));
            Assert.That(provider.GetProperty("nativePutEvidence").GetArrayLength(), Is.Positive);
            Assert.That(provider.GetProperty("extensions").GetArrayLength(), Is.GreaterThan(1));
            Assert.That(provider.GetProperty("replaceGuarantee").GetString(), Is.Not.Empty);
            Assert.That(provider.GetProperty("createOnlyGuarantee").GetString(), Is.Not.Empty);
        }

        var (oss, bos) = (json.RootElement[0], json.RootElement[1]);
        Assert.That((oss.GetProperty("nativePut").GetString(), bos.GetProperty("nativePut").GetString()), Is.EqualTo(("CreateOnly", "Overwrite")));
        Assert.That(oss.GetProperty("limits").GetProperty("rulesPerBucket").GetInt32(), Is.EqualTo(1000));
        Assert.That(bos.GetProperty("limits").GetProperty("ruleId").GetProperty("maxLength").GetInt32(), Is.EqualTo(64));
        Assert.That(oss.GetProperty("limits").GetProperty("lastModified").GetProperty("mustBePast").GetBoolean(), Is.True);
        Assert.That(oss.GetProperty("limits").GetProperty("objectSize").GetProperty("maxBytes").GetInt64(), Is.Positive);
    }

    [Test]
    public async Task A_provider_that_there_is_not_is_named_with_those_that_there_are()
    {
        var run = await Program.RunAsync("capabilities", "-p", "azure");

        Assert.That((run.ExitCode, run.Output, run.Error.TrimEnd()), Is.EqualTo((1, "", "--provider: there is no provider 'azure'. What there is: oss, bos.")));
    }
}
