namespace Inventory.Architecture.Tests;

public sealed class VendorWordTests
{
    private static IEnumerable<string> NeutralFiles => Repository.TextFiles.Where(file =>
        file.StartsWith("src/Inventory.Abstractions/", StringComparison.Ordinal) || file.StartsWith("src/Inventory.Http/", StringComparison.Ordinal));

    [Test]
    public void Neutral_projects_name_no_cloud() =>
        Findings.AssertNone(NeutralFiles.SelectMany(file => VendorWords.Find(Repository.Read(file)).Select(place => $"{file}:{place}")));

    [Test]
    public void There_are_neutral_files_to_look_at() =>
        Assert.That(NeutralFiles.Count(), Is.GreaterThan(50));

    [TestCase("class OssThing", "OssThing")]
    [TestCase("class OSSThing", "OSSThing")]
    [TestCase("class ThingForOSS", "ThingForOSS")]
    [TestCase("var ossThing", "ossThing")]
    [TestCase("var aOssB", "aOssB")]
    [TestCase("private _oss", "_oss")]
    [TestCase("MAX_OSS_RULES", "MAX_OSS_RULES")]
    [TestCase("// as the OSS does", "OSS")]
    [TestCase("\"x-oss-ec\"", "oss")]
    [TestCase("OSS4-HMAC", "OSS4")]
    [TestCase("v4_oss2", "v4_oss2")]
    [TestCase("/// of BOS.", "BOS")]
    [TestCase("BosRule", "BosRule")]
    [TestCase("Alibaba", "Alibaba")]
    [TestCase("aliyuncs.com", "aliyuncs")]
    [TestCase("aliyun_v4", "aliyun_v4")]
    [TestCase("forBaidu", "forBaidu")]
    [TestCase("BAIDU", "BAIDU")]
    public void A_cloud_is_found(string text, string word) =>
        Assert.That(VendorWords.Find($"\n{text}\n"), Is.EqualTo([$"2: {word}"]));

    [TestCase("loss, across, boss, gloss, cross, possible, embossed, verbose, bosom, Lossless, AcrossPages, BossOfLoss, LOSS, ACROSS")]
    [TestCase("class LossReport { int crossCount; }")]
    [TestCase("")]
    public void English_is_left_alone(string text) =>
        Assert.That(VendorWords.Find(text), Is.Empty);
}
