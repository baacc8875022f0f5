namespace Inventory.BaiduBos.Tests.Service;

[TestFixture]
public sealed class DeleteTests
{
    [Test]
    public async Task A_rule_that_is_not_there_is_deleted()
    {
        await using var bos = await EmulatedBos.StartAsync();

        await bos.Service.DeleteAsync(EmulatedBos.Source, "nobody");

        Assert.That((bos.Requests.Single().Method, bos.Requests.Single().Status), Is.EqualTo(("DELETE", 404)));
    }

    [TestCase(200)]
    [TestCase(204)]
    public async Task A_rule_is_deleted_whichever_success_the_service_answers(int status)
    {
        await using var bos = await EmulatedBos.StartAsync(new() { BosDeleteStatus = status });
        _ = await bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly("gone"));
        _ = await bos.Service.PutAsync(EmulatedBos.Source, Rules.Weekly("stays"));

        await bos.Service.DeleteAsync(EmulatedBos.Source, "gone");

        Assert.That((await bos.Service.AllAsync()).Single().Id, Is.EqualTo("stays"));
    }

    [Test]
    public async Task A_missing_bucket_is_not_a_deleted_rule_even_without_a_code()
    {
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(404)));

        var error = await Caught.ByAsync(() => service.DeleteAsync(ScriptedBos.Source, "a"));

        Assert.That((error.Kind, error.HttpStatus), Is.EqualTo((InventoryErrorKind.Unexpected, 404)));
    }
}
