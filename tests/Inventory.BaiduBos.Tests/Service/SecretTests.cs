namespace Inventory.BaiduBos.Tests.Service;

/// <summary>No secret is in any text, whoever repeats it.</summary>
[TestFixture]
public sealed class SecretTests
{
    [TestCase(403, "SignatureDoesNotMatch")]
    [TestCase(400, "BrandNew")]
    [TestCase(500, "InternalError")]
    public async Task A_server_that_repeats_them_does_not_get_them_into_an_error(int status, string code)
    {
        var body = $$"""{"code":"{{code}}","message":"The key {{ScriptedBos.Secret}} with {{ScriptedBos.Token}} is wrong."}""";
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(status, body)));

        var error = await Caught.ByAsync(() => service.PutAsync(ScriptedBos.Source, Rules.Weekly()));

        Assert.That($"{error} {error.Message} {error.ServiceMessage}", Does.Not.Contain(ScriptedBos.Secret).And.Not.Contain(ScriptedBos.Token));
    }

    [Test]
    public async Task An_answer_that_cannot_be_read_does_not_carry_them_either()
    {
        var body = $$"""{"id":"{{ScriptedBos.Secret}}","status":"{{ScriptedBos.Token}}"}""";
        using var service = ScriptedBos.Service(new(ScriptedHandler.Answer(200, body)));

        var error = await Caught.ByAsync(() => service.FindAsync(ScriptedBos.Source, "a"));

        Assert.That(error.ToString(), Does.Not.Contain(ScriptedBos.Secret).And.Not.Contain(ScriptedBos.Token));
    }

    [Test]
    public void They_stand_in_no_text_of_the_options()
    {
        var options = ScriptedBos.Options();

        Assert.That(options.ToString(), Does.Not.Contain(ScriptedBos.Secret).And.Not.Contain(ScriptedBos.Token));
    }

    [Test]
    public void A_refusal_of_the_options_does_not_repeat_them()
    {
        var options = ScriptedBos.Options();
        (options.AccessKeyId, options.Region) = (null, null);

        var error = Assert.Catch<InventoryException>(() => new BosInventoryService(options).Dispose());

        Assert.That(error!.ToString(), Does.Not.Contain(ScriptedBos.Secret).And.Not.Contain(ScriptedBos.Token));
    }
}
