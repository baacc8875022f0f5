namespace Inventory.Http.Tests;

public sealed class ServiceEndpointTests
{
    // A bare host is https, but http on this machine; an address and this machine take path style unless told otherwise.
    [TestCase("storage.example", BucketAddressing.Auto, "https://photos.storage.example/?inventory")]
    [TestCase("storage.example/", BucketAddressing.Auto, "https://photos.storage.example/?inventory")]
    [TestCase("storage.example:8443", BucketAddressing.Auto, "https://photos.storage.example:8443/?inventory")]
    [TestCase("storage.example:443", BucketAddressing.Auto, "https://photos.storage.example/?inventory")]
    [TestCase("https://storage.example", BucketAddressing.Auto, "https://photos.storage.example/?inventory")]
    [TestCase("https://storage.example/", BucketAddressing.Auto, "https://photos.storage.example/?inventory")]
    [TestCase("HTTPS://Storage.Example", BucketAddressing.Auto, "https://photos.storage.example/?inventory")]
    [TestCase("http://storage.example", BucketAddressing.Auto, "http://photos.storage.example/?inventory")]
    [TestCase("http://storage.example:8080", BucketAddressing.VirtualHosted, "http://photos.storage.example:8080/?inventory")]
    [TestCase("http://localhost:8080", BucketAddressing.VirtualHosted, "http://photos.localhost:8080/?inventory")]
    [TestCase("http://storage.localhost:8080", BucketAddressing.Auto, "http://photos.storage.localhost:8080/?inventory")]
    [TestCase("storage.example", BucketAddressing.Path, "https://storage.example/photos?inventory")]
    [TestCase("https://storage.example:8443", BucketAddressing.Path, "https://storage.example:8443/photos?inventory")]
    [TestCase("localhost", BucketAddressing.Auto, "http://localhost/photos?inventory")]
    [TestCase("localhost:8080", BucketAddressing.Auto, "http://localhost:8080/photos?inventory")]
    [TestCase("https://localhost:8443", BucketAddressing.Auto, "https://localhost:8443/photos?inventory")]
    [TestCase("127.0.0.1:8080", BucketAddressing.Auto, "http://127.0.0.1:8080/photos?inventory")]
    [TestCase("10.0.0.1", BucketAddressing.Auto, "https://10.0.0.1/photos?inventory")]
    [TestCase("http://10.0.0.1:8080", BucketAddressing.Auto, "http://10.0.0.1:8080/photos?inventory")]
    [TestCase("[::1]:8080", BucketAddressing.Auto, "http://[::1]:8080/photos?inventory")]
    [TestCase("http://[::1]:8080", BucketAddressing.Auto, "http://[::1]:8080/photos?inventory")]
    [TestCase("https://[2001:db8::1]", BucketAddressing.Auto, "https://[2001:db8::1]/photos?inventory")]
    [TestCase("https://photos.example", BucketAddressing.CustomDomain, "https://photos.example/?inventory")]
    [TestCase("10.0.0.1:8080", BucketAddressing.CustomDomain, "https://10.0.0.1:8080/?inventory")]
    public void A_bucket_is_addressed(string endpoint, BucketAddressing addressing, string uri)
    {
        var service = new ServiceEndpoint(endpoint, addressing);

        var request = Bench.Get() with { Authority = service.AuthorityFor("photos"), Path = service.PathFor("photos", hasSlash: false), Query = [new("inventory", "")] };

        Assert.That(request.ToUri().AbsoluteUri, Is.EqualTo(uri));
    }

    [TestCase(BucketAddressing.Path, true, "/photos/")]
    [TestCase(BucketAddressing.Path, false, "/photos")]
    [TestCase(BucketAddressing.VirtualHosted, true, "/")]
    [TestCase(BucketAddressing.VirtualHosted, false, "/")]
    [TestCase(BucketAddressing.CustomDomain, true, "/")]
    [TestCase(BucketAddressing.CustomDomain, false, "/")]
    public void Only_path_style_ends_as_the_service_wants_it(BucketAddressing addressing, bool hasSlash, string path)
    {
        var service = new ServiceEndpoint("storage.example", addressing);

        Assert.That(service.PathFor("photos", hasSlash), Is.EqualTo(path));
    }

    [TestCase("storage.example:8443", "storage.example")]
    [TestCase("http://Storage.Example", "storage.example")]
    public void The_host_is_without_scheme_and_port(string endpoint, string host) =>
        Assert.That(new ServiceEndpoint(endpoint, BucketAddressing.Auto).Host, Is.EqualTo(host));

    [TestCase("https://storage.example/path")]
    [TestCase("storage.example/path")]
    [TestCase("https://storage.example/?query")]
    [TestCase("https://storage.example?query")]
    [TestCase("https://storage.example/?")]
    [TestCase("https://storage.example/#fragment")]
    [TestCase("ftp://storage.example")]
    [TestCase("file:///etc")]
    [TestCase("https://")]
    [TestCase("https:///")]
    [TestCase("://storage.example")]
    [TestCase("storage example")]
    [TestCase("storage.example:port")]
    [TestCase("storage.example:99999")]
    [TestCase("::1")]
    public void What_is_more_or_less_than_a_host_is_refused(string endpoint) =>
        Assert.That(() => new ServiceEndpoint(endpoint, BucketAddressing.Auto), Throws.TypeOf<FormatException>().With.Message.Contains($"'{endpoint}'"));

    [TestCase("https://user@storage.example")]
    [TestCase("https://user:watched-secret-of-a-test@storage.example")]
    [TestCase("https://user:watched-secret-of-a-test@storage example")]
    [TestCase("user:watched-secret-of-a-test@storage.example")]
    public void User_information_is_refused_and_not_repeated(string endpoint) =>
        Assert.That(() => new ServiceEndpoint(endpoint, BucketAddressing.Auto), Throws.TypeOf<FormatException>()
            .With.Message.EqualTo("(a text with an @, which may hold a password and is not shown) is not an endpoint: write a host or an http(s) URL, without a path or user information."));

    [TestCase("")]
    [TestCase("  ")]
    public void Nothing_is_refused(string endpoint) =>
        Assert.That(() => new ServiceEndpoint(endpoint, BucketAddressing.Auto), Throws.ArgumentException);

    [TestCase("10.0.0.1")]
    [TestCase("http://127.0.0.1:8080")]
    [TestCase("https://[2001:db8::1]")]
    public void A_bucket_cannot_stand_before_an_address(string endpoint) =>
        Assert.That(() => new ServiceEndpoint(endpoint, BucketAddressing.VirtualHosted), Throws.TypeOf<FormatException>().With.Message.Contains("IP address"));
}
