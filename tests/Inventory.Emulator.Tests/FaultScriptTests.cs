namespace Inventory.Emulator.Tests;

/// <summary>Scripts as people write them, and how they count.</summary>
[TestFixture]
public sealed class FaultScriptTests
{
    [TestCase("oss:put:1=503")]
    [TestCase("bos:*:2=reset-after")]
    [TestCase("*:get:2-4=429,retry-after=2")]
    [TestCase("*:*:3-=503-after,code=SlowDown")]
    [TestCase("*:delete:*=delay:500ms")]
    [TestCase("oss:*:1=delay-after:2s")]
    [TestCase("oss:*:1=clock:+20m")]
    [TestCase("oss:*:1=clock:-1h")]
    [TestCase("oss:*:1=reset")]
    [TestCase("oss:*:1=truncate")]
    [TestCase("oss:*:1=expired-token")]
    [TestCase("oss:list:2=503")]
    [TestCase("bos:GET:2=503")]
    [TestCase("*:PutBucket:1=409,code=BucketAlreadyExists")]
    public void A_rule_is_written_as_it_was_read(string text)
    {
        var rule = FaultRule.Parse(text);

        Assert.That(rule.ToString(), Is.EqualTo(text));
        Assert.That(FaultRule.Parse(rule.ToString()), Is.EqualTo(rule));
    }

    [TestCase("oss:put:1", "WIRE:OPERATION:NUMBER=FAULT")]
    [TestCase("put:1=503", "WIRE:OPERATION:NUMBER=FAULT")]
    [TestCase("s3:put:1=503", "no wire 's3'")]
    [TestCase("oss:post:1=503", "'post' is no operation")]
    [TestCase("oss:put:0=503", "'0' is not the number")]
    [TestCase("oss:put:3-2=503", "'3-2' is not the number")]
    [TestCase("oss:put:-2=503", "'-2' is not the number")]
    [TestCase("oss:put:99999999999=503", "is not the number")]
    [TestCase("oss:put:1=200", "'200' is not a fault")]
    [TestCase("oss:put:1=600", "'600' is not a fault")]
    [TestCase("oss:put:1=503,retry-after=x", "is not a fault")]
    [TestCase("oss:put:1=503,code=", "is not a fault")]
    [TestCase("oss:put:1=delay", "'delay' is not a fault")]
    [TestCase("oss:put:1=delay:0s", "is not a fault")]
    [TestCase("oss:put:1=delay:25h", "is not a fault")]
    [TestCase("oss:put:1=delay:999999999h", "is not a fault")]
    [TestCase("oss:put:1=clock:20m", "is not a fault")]
    [TestCase("oss:put:1=truncate-after", "is not a fault")]
    [TestCase("oss:put:1=", "'' is not a fault")]
    public void What_cannot_be_read_is_named_with_what_to_write(string text, string said)
    {
        var error = Assert.Throws<FormatException>(() => FaultRule.Parse(text));

        Assert.That(error.Message, Does.Contain(said).And.Match("such as|Write"));
    }

    [Test]
    public void A_rule_counts_from_when_it_was_added_and_the_first_added_of_two_comes_first()
    {
        var script = new FaultScript([FaultRule.Parse("*:*:2-3=503")]);

        List<string?> seen = [script.Next("oss", "PUT")?.ToString()];
        script.Add("oss:put:1-2=reset");
        seen.AddRange(Enumerable.Range(0, 3).Select(_ => script.Next("oss", "PUT")?.ToString()));

        Assert.That(seen, Is.EqualTo([null, "503", "503", null]));
    }

    [TestCase("list", "GET", true)]
    [TestCase("get", "get", true)]
    [TestCase("put", "PUT", true)]
    [TestCase("delete", "PUT", false)]
    [TestCase("PutBucket", "PUT", false)]
    [TestCase("HEAD", "HEAD", true)]
    public void Where_only_the_method_is_known_an_operation_of_rules_is_told_by_it(string operation, string method, bool isBefallen)
    {
        var script = new FaultScript([FaultRule.Parse($"*:{operation}:*=503")]);

        Assert.That(script.Next("mine", method) is not null, Is.EqualTo(isBefallen));
    }

    [Test]
    public void Where_the_operation_is_known_it_alone_counts()
    {
        var script = new FaultScript([FaultRule.Parse("*:list:1=503")]);

        Assert.That(script.Next("mine", "GET", EmulatorOperation.Get), Is.Null);
        Assert.That(script.Next("mine", "POST", EmulatorOperation.List), Is.Not.Null);
    }

    [Test]
    public void A_script_that_is_cleared_does_nothing_more()
    {
        var script = new FaultScript([FaultRule.Parse("*:*:*=503")]);

        script.Clear();

        Assert.That(script.Next("oss", "GET"), Is.Null);
    }

    [Test]
    public void Of_a_thousand_requests_at_once_exactly_those_numbers_are_befallen()
    {
        var script = new FaultScript([FaultRule.Parse("*:*:101-150=503")]);
        var count = 0;

        _ = Parallel.For(0, 1_000, _ => _ = script.Next("oss", "GET") is null ? 0 : Interlocked.Increment(ref count));

        Assert.That(count, Is.EqualTo(50));
    }

    [Test]
    public void Faults_that_make_no_sense_are_refused_where_they_are_made()
    {
        Assert.That(() => EmulatorFault.Status(204), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => EmulatorFault.Status(503, retryAfter: TimeSpan.FromMilliseconds(1500)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => EmulatorFault.Delay(TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => EmulatorFault.SkewedClock(TimeSpan.FromDays(2)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
