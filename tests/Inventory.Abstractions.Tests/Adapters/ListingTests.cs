using Inventory.Abstractions.Tests.TestDoubles;

namespace Inventory.Abstractions.Tests.Adapters;

[TestFixture]
public sealed class ListingTests
{
    private static readonly InventoryRule[] Rules = [.. "abcd".Select(id => TestCloud.Rule with { Id = id.ToString() })];

    [Test]
    public async Task Pages_are_asked_for_as_the_caller_walks()
    {
        var service = Service(token => token switch
        {
            null => new(Rules[..2], "2"),
            "2" => new([], "3"),
            _ => new(Rules[2..]),
        });

        List<(string Id, int Pages)> walked = [];
        await foreach (var rule in service.ListAsync("logs"))
        {
            walked.Add((rule.Id, service.Calls.Count));
        }

        Assert.That(walked, Is.EqualTo(new[] { ("a", 1), ("b", 1), ("c", 3), ("d", 3) }));
    }

    [Test]
    public async Task A_page_token_that_comes_again_ends_the_list_with_an_error_after_its_rules()
    {
        var service = Service(token => new(token is null ? Rules[..1] : [], "same"));

        var (ids, error) = await WalkAsync(service);

        Assert.That(ids, Is.EqualTo("a"));
        Assert.That((error as InventoryException)?.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(error!.Message, Does.Contain("never comes to an end"));
        Assert.That(service.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Pages_without_a_rule_and_without_an_end_end_the_list_with_an_error()
    {
        var next = 0;
        var service = Service(_ => new([], $"{next++}"));

        var (_, error) = await WalkAsync(service);

        Assert.That((error as InventoryException)?.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(service.Calls, Has.Count.LessThan(10));
    }

    [Test]
    public async Task Page_tokens_that_go_round_in_a_circle_end_the_list_with_an_error()
    {
        var service = Service(token => new([], token switch { null => "a", "a" => "b", _ => "a" }));

        var (_, error) = await WalkAsync(service);

        Assert.That((error as InventoryException)?.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(service.Calls, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Rules_that_cannot_be_read_are_named_at_the_end_after_all_the_others()
    {
        var service = Service(token => token is null
            ? new(Rules[..1], "2", [new("bad", "It has no schedule.", "<Rule>1</Rule>")])
            : new(Rules[1..], null, [new(null, "It has no id.", "<Rule>2</Rule>")]));

        var (ids, error) = await WalkAsync(service);

        var unreadable = error as UnreadableRulesException;
        Assert.That(ids, Is.EqualTo("abcd"));
        Assert.That(unreadable?.Rules.Select(r => r.Text), Is.EqualTo("<Rule>1</Rule> <Rule>2</Rule>".Split(' ')));
        Assert.That(unreadable!.Kind, Is.EqualTo(InventoryErrorKind.MalformedResponse));
        Assert.That(unreadable.Message, Is.EqualTo(
            "'test' listed 2 inventory rule(s) of bucket 'logs' that cannot be read: 'bad': It has no schedule.; '(no id)': It has no id."));
    }

    [Test]
    public async Task A_caller_that_gives_up_between_two_pages_ends_the_list()
    {
        using var caller = new CancellationTokenSource();
        var service = Service(token => new(token is null ? Rules[..1] : Rules[1..], token is null ? "2" : null));

        var error = await Failing.With<OperationCanceledException>(async () =>
        {
            await foreach (var _ in service.ListAsync("logs", caller.Token))
            {
                await caller.CancelAsync();
            }
        });

        Assert.That(error.CancellationToken, Is.EqualTo(caller.Token));
        Assert.That(service.Calls, Has.Count.EqualTo(1));
    }

    private static ScriptedService Service(Func<string?, RulePage> onList) => new(TestCloud.Capabilities) { OnList = onList };

    private static async Task<(string Ids, Exception? Error)> WalkAsync(ScriptedService service)
    {
        var ids = "";
        try
        {
            await foreach (var rule in service.ListAsync("logs"))
            {
                ids += rule.Id;
            }
        }
        catch (InventoryException e)
        {
            return (ids, e);
        }

        return (ids, null);
    }
}
