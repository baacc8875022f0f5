using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

/// <summary>Lists that need never come to an end, and what is kept of rules that cannot be read.</summary>
[TestFixture]
public sealed class EndlessListTests
{
    private const int Limit = 3;
    private static readonly InventoryRule[] Rules = [TestCloud.Rule];
    private static readonly UnreadableRule Bad = new("bad", "It has no schedule.", "<Rule/>");

    [Test]
    public async Task Pages_of_unreadable_rules_alone_end_the_list_once_more_came_than_could_be()
    {
        var page = 0;
        var service = Service(_ => new([], $"{page++}", [Bad]));

        var (ids, error) = await WalkAsync(service);

        Assert.That(ids, Is.Empty);
        AssertIsEndless(error);
        Assert.That(service.Calls, Has.Count.EqualTo((10 * Limit) + 1));
    }

    [Test]
    public async Task Pages_of_sound_rules_end_the_list_once_more_came_than_could_be()
    {
        var page = 0;
        var service = Service(_ => new(Rules, $"{page++}"));

        var (ids, error) = await WalkAsync(service);

        Assert.That(ids, Has.Count.EqualTo(10 * Limit));
        AssertIsEndless(error);
    }

    [Test]
    public async Task Pages_with_a_rule_now_and_then_end_the_list_as_well()
    {
        var page = 0;
        var service = Service(_ => new(page % 4 == 0 ? Rules : [], $"{page++}"));

        var (_, error) = await WalkAsync(service);

        AssertIsEndless(error);
        Assert.That(service.Calls, Has.Count.EqualTo((10 * Limit) + 2));
    }

    [Test]
    public async Task One_page_with_too_much_is_refused_before_anything_of_it_is_yielded()
    {
        var service = Service(_ => new([.. Enumerable.Repeat(TestCloud.Rule, (10 * Limit) + 1)]) { RequestId = "r-1", HttpStatus = 200, Attempts = 2, Elapsed = TimeSpan.FromSeconds(3) });

        var (ids, error) = await WalkAsync(service);

        Assert.That(ids, Is.Empty);
        AssertIsEndless(error);
        Assert.That((error!.RequestId, error.HttpStatus, error.Attempts, error.Elapsed), Is.EqualTo(("r-1", 200, 2, TimeSpan.FromSeconds(3))));
    }

    [Test]
    public async Task Ten_times_as_many_as_the_documents_say_are_still_listed()
    {
        var page = 0;
        var service = Service(_ => new(Rules, ++page == 10 * Limit ? null : $"{page}"));

        var (ids, error) = await WalkAsync(service);

        Assert.That(error, Is.Null);
        Assert.That(ids, Has.Count.EqualTo(10 * Limit));
    }

    [Test]
    public async Task A_provider_of_which_nobody_knows_how_many_rules_a_bucket_holds_lists_whatever_there_is()
    {
        var page = 0;
        var service = new ScriptedService(TestCloud.Capabilities) { OnList = _ => new(Rules, ++page == 2000 ? null : $"{page}") };

        var (ids, error) = await WalkAsync(service);

        Assert.That(error, Is.Null);
        Assert.That(ids, Has.Count.EqualTo(2000));
    }

    [Test]
    public async Task Tokens_that_come_again_carry_what_support_asks_for()
    {
        var service = Service(_ => new([], "same") { RequestId = "r-2", HttpStatus = 200, Attempts = 1, Elapsed = TimeSpan.FromSeconds(1) });

        var (_, error) = await WalkAsync(service);

        Assert.That((error!.RequestId, error.HttpStatus, error.Attempts, error.Elapsed), Is.EqualTo(("r-2", 200, 1, TimeSpan.FromSeconds(1))));
        Assert.That((error.Provider, error.Bucket), Is.EqualTo(("test", "logs")));
    }

    [Test]
    public async Task A_hundred_unreadable_rules_are_kept_and_the_others_are_counted()
    {
        var service = new ScriptedService(TestCloud.Capabilities)
        {
            OnList = token => new(Rules, token is null ? "2" : null, [.. Enumerable.Range(0, 75).Select(i => new UnreadableRule($"{token ?? "1"}-{i}", "It has no schedule.", "<Rule/>"))]),
        };

        var (ids, error) = await WalkAsync(service);

        var unreadable = (UnreadableRulesException)error!;
        Assert.That(ids, Has.Count.EqualTo(2));
        Assert.That((unreadable.Rules.Count, unreadable.More), Is.EqualTo((100, 50)));
        Assert.That((unreadable.Rules[0].Id, unreadable.Rules[99].Id), Is.EqualTo(("1-0", "2-24")));
        Assert.That(unreadable.Message, Does.StartWith("'test' listed 150 inventory rule(s) of bucket 'logs' that cannot be read: '1-0': It has no schedule.; '1-1': "));
        Assert.That(unreadable.Message, Does.EndWith("'1-9': It has no schedule.; and 140 more."));
    }

    [Test]
    public async Task The_texts_of_an_unreadable_rule_are_cut_and_its_message_stays_on_one_line()
    {
        var service = Service(_ => new([], null, [new($"a\n{new string('i', 20_000)}", $"It is\n{new string('r', 20_000)}", new string('x', 16_383) + "\ud83d\ude00 and more")]));

        var (_, error) = await WalkAsync(service);

        var rule = ((UnreadableRulesException)error!).Rules.Single();
        Assert.That(rule.Text, Is.EqualTo(new string('x', 16_383) + "…"), "no half of a character stays");
        Assert.That(rule.Reason, Has.Length.EqualTo(16_385).And.StartsWith("It is\n").And.EndsWith("…"));
        Assert.That(rule.Id, Has.Length.EqualTo(16_385));
        Assert.That(error.Message, Has.Length.LessThan(1000).And.Not.Contain("\n"));
    }

    [Test]
    public async Task Unreadable_rules_come_with_the_request_of_the_last_page_that_held_one()
    {
        var service = Service(token => token switch
        {
            null => new([], "2", [Bad]) { RequestId = "r-1" },
            "2" => new([], "3", [Bad]) { RequestId = "r-2", HttpStatus = 200, Attempts = 2, Elapsed = TimeSpan.FromSeconds(5) },
            _ => new(Rules) { RequestId = "r-3" },
        });

        var (_, error) = await WalkAsync(service);

        Assert.That((error!.RequestId, error.HttpStatus, error.Attempts, error.Elapsed), Is.EqualTo(("r-2", 200, 2, TimeSpan.FromSeconds(5))));
    }

    private static void AssertIsEndless(InventoryException? error)
    {
        Assert.That(error, Is.Not.InstanceOf<UnreadableRulesException>());
        Assert.That(error?.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(error!.Message, Is.EqualTo("'test': The service lists more than 30 rules or pages, and a bucket holds 3 rules: it need never come to an end."));
    }

    private static ScriptedService Service(Func<string?, RulePage> onList) => new(TestCloud.Capabilities with { MaxRulesPerBucket = Limit }) { OnList = onList };

    private static async Task<(List<string> Ids, InventoryException? Error)> WalkAsync(ScriptedService service)
    {
        List<string> ids = [];
        try
        {
            // Far above every bound: a list without an end fails here.
            await foreach (var rule in service.ListAsync("logs").Take(5000))
            {
                Assert.That(service.Calls, Has.Count.LessThan(5000));
                ids.Add(rule.Id);
            }
        }
        catch (InventoryException e)
        {
            return (ids, e);
        }

        return (ids, null);
    }
}
