namespace Inventory.Abstractions.Tests.Rules;

[TestFixture]
public sealed class ValueListTests
{
    [Test]
    public async Task A_list_is_walked_across_an_await()
    {
        ValueList<int> list = [1, 2, 3];
        var sum = 0;

        foreach (var item in list)
        {
            await Task.Yield();
            sum += item;
        }

        Assert.That(sum, Is.EqualTo(6));
    }

    [Test]
    public void The_default_list_is_the_empty_list()
    {
        ValueList<string> list = default;

        Assert.That(list, Is.EqualTo((ValueList<string>)[]));
        Assert.That(list.IsEmpty, Is.True);
        Assert.That(list.ToString(), Is.EqualTo("[]"));
    }
}
