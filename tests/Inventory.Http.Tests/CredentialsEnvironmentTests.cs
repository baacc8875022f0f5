namespace Inventory.Http.Tests;

public sealed class CredentialsEnvironmentTests
{
    private static readonly AccessKeyVariables First = new("FIRST_ID", "FIRST_SECRET", "FIRST_TOKEN");
    private static readonly AccessKeyVariables Second = new("SECOND_ID", "SECOND_SECRET", "SECOND_TOKEN");

    [Test]
    public async Task A_long_lived_key_has_no_token()
    {
        var environment = Environment(("FIRST_ID", "id-1"), ("FIRST_SECRET", "secret-1"), ("FIRST_TOKEN", ""));

        var key = await environment.GetAsync();

        Assert.That((key.AccessKeyId, key.SecretAccessKey, key.SessionToken, key.ExpiresAt), Is.EqualTo(("id-1", "secret-1", (string?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task The_first_set_that_is_there_is_taken_whole()
    {
        var environment = Environment(
            ("FIRST_ID", "id-1"), ("FIRST_SECRET", "secret-1"), ("SECOND_ID", "id-2"), ("SECOND_SECRET", "secret-2"), ("SECOND_TOKEN", "token-2"));

        var key = await environment.GetAsync();

        Assert.That((key.AccessKeyId, key.SecretAccessKey, key.SessionToken), Is.EqualTo(("id-1", "secret-1", (string?)null)));
    }

    [Test]
    public async Task The_second_set_is_taken_where_the_first_is_not_there_and_a_token_alone_is_no_set()
    {
        var environment = Environment(("FIRST_TOKEN", "token-1"), ("SECOND_ID", "id-2"), ("SECOND_SECRET", "secret-2"), ("SECOND_TOKEN", "token-2"));

        var key = await environment.GetAsync();

        Assert.That((key.AccessKeyId, key.SecretAccessKey, key.SessionToken), Is.EqualTo(("id-2", "secret-2", "token-2")));
    }

    [TestCase("FIRST_ID")]
    [TestCase("FIRST_SECRET")]
    public void Half_a_set_is_named_and_not_filled_up_from_the_next(string half)
    {
        var environment = Environment((half, "hidden-value"), ("SECOND_ID", "id-2"), ("SECOND_SECRET", "secret-2"));

        var error = Assert.CatchAsync<InventoryException>(async () => await environment.GetAsync());

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Message, Is.EqualTo("FIRST_ID and FIRST_SECRET: of these environment variables one is set and the other is not. Set both, or neither."));
    }

    [TestCase("FIRST_ID")]
    [TestCase("FIRST_SECRET")]
    [TestCase("FIRST_TOKEN")]
    public void A_variable_that_no_header_can_carry_is_named_and_not_shown(string broken)
    {
        Dictionary<string, string> variables = new() { ["FIRST_ID"] = "id-1", ["FIRST_SECRET"] = "secret-1", ["FIRST_TOKEN"] = "token-1" };
        variables[broken] += "\n";
        var environment = new EnvironmentCredentials([First], variables.GetValueOrDefault);

        var error = Assert.CatchAsync<InventoryException>(async () => await environment.GetAsync());

        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Message, Does.StartWith("FIRST_ID, FIRST_SECRET or FIRST_TOKEN: ").And.Contain("line end"));
        Assert.That($"{error}", Does.Not.Contain("secret-1").And.Not.Contain("token-1"));
    }

    [Test]
    public async Task The_variables_are_read_anew_each_time_and_may_vanish()
    {
        Dictionary<string, string> variables = new() { ["FIRST_ID"] = "id-1", ["FIRST_SECRET"] = "secret-1" };
        var environment = new EnvironmentCredentials([First, Second], variables.GetValueOrDefault);
        var before = await environment.GetAsync();
        variables["FIRST_SECRET"] = "secret-2";
        var after = await environment.GetAsync();
        variables.Clear();

        var error = Assert.CatchAsync<InventoryException>(async () => await environment.GetAsync());

        Assert.That((before.SecretAccessKey, after.SecretAccessKey), Is.EqualTo(("secret-1", "secret-2")));
        Assert.That(error.Kind, Is.EqualTo(InventoryErrorKind.InvalidConfiguration));
        Assert.That(error.Message, Is.EqualTo("FIRST_ID and FIRST_SECRET (or SECOND_ID and SECOND_SECRET): these environment variables are not set. Set them."));
    }

    [Test]
    public async Task A_retried_attempt_is_signed_with_what_the_variables_say_by_then()
    {
        Dictionary<string, string> variables = new() { ["FIRST_ID"] = "BEFORE", ["FIRST_SECRET"] = "secret-1" };
        Step rotate = (_, _) =>
        {
            variables["FIRST_ID"] = "AFTER";
            return Steps.Answer(503)(null!, default);
        };
        using var bench = new Bench(rotate, Steps.Answer(200)) { Credentials = new EnvironmentCredentials([First], variables.GetValueOrDefault) };

        _ = await bench.SendAsync();

        Assert.That(bench.Service.Sent.Select(s => s.Headers["Authorization"].Split(' ')[1]), Is.EqualTo(["BEFORE", "AFTER"]));
    }

    [Test]
    public async Task A_key_that_vanishes_between_attempts_ends_the_call_at_once_with_its_variables_named()
    {
        Dictionary<string, string> variables = new() { ["FIRST_ID"] = "BEFORE", ["FIRST_SECRET"] = "secret-1" };
        Step vanish = (_, _) =>
        {
            variables.Clear();
            return Steps.Answer(503)(null!, default);
        };
        using var bench = new Bench(vanish) { Credentials = new EnvironmentCredentials([First], variables.GetValueOrDefault) };

        var error = await bench.FailAsync();

        Assert.That((error.Kind, error.Attempts, error.IsTransient), Is.EqualTo((InventoryErrorKind.InvalidConfiguration, 1, false)));
        Assert.That(error.Message, Does.Contain("FIRST_ID and FIRST_SECRET"));
    }

    [Test]
    public void A_name_of_no_variable_at_all_is_a_mistake() =>
        Assert.That(() => new EnvironmentCredentials([]), Throws.ArgumentException);

    [Test]
    public void The_process_is_read_where_nothing_else_is_given()
    {
        var nobodys = $"INVENTORY_TEST_{Guid.NewGuid():N}";
        var environment = new EnvironmentCredentials([new(nobodys, "PATH", nobodys)]);

        Assert.That(environment.Problem, Does.StartWith($"{nobodys} and PATH: of these environment variables one is set"));
    }

    private static EnvironmentCredentials Environment(params (string Name, string Value)[] variables) =>
        new([First, Second], variables.ToDictionary(v => v.Name, v => v.Value).GetValueOrDefault);
}
