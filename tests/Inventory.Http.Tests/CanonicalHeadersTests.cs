namespace Inventory.Http.Tests;

public sealed class CanonicalHeadersTests
{
    private static readonly SigningRequest Request = new() { Method = "GET", Host = " storage.example ", Path = "/", Resource = "/" };

    [Test]
    public void Names_are_in_lower_case_and_ordinal_order_with_the_host_among_them()
    {
        var request = Request with { Headers = [new("X-b", "2"), new("x_a", "1"), new("Content-Type", " text/plain "), new("Host", "other.example")] };

        var canonical = request.CanonicalHeaders();

        Assert.That(canonical.Select(h => $"{h.Key}:{h.Value}"), Is.EqualTo(["content-type:text/plain", "host:storage.example", "x-b:2", "x_a:1"]));
    }

    [Test]
    public void Values_of_one_name_are_joined_in_the_order_sent()
    {
        var request = Request with { Headers = [new("x-a", "2"), new("X-A", " 1 ")] };

        Assert.That(request.CanonicalHeaders()["x-a"], Is.EqualTo("2, 1"));
    }

    [Test]
    [SetCulture("tr-TR")]
    public void Lower_case_is_that_of_no_culture()
    {
        Assert.That("I".ToLower(System.Globalization.CultureInfo.CurrentCulture), Is.EqualTo("ı"), "The culture is not really there.");

        var canonical = (Request with { Headers = [new("X-ID", "1")] }).CanonicalHeaders();

        Assert.That(canonical, Does.ContainKey("x-id"));
    }

    [Test]
    public void Headers_that_are_set_replace_those_of_the_same_name()
    {
        var request = Request with { Headers = [new("x-a", "1"), new("X-B", "2")] };

        var result = request.WithHeaders([new("x-b", "3")]);

        Assert.That(result.Headers, Is.EqualTo([KeyValuePair.Create("x-a", "1"), KeyValuePair.Create("x-b", "3")]));
        Assert.That(request.Headers, Has.Count.EqualTo(2));
    }
}
