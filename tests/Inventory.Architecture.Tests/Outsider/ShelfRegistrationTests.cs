using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Shelf;

public sealed class ShelfRegistrationTests
{
    [Test]
    public async Task Configuration_chooses_the_shelf_and_says_where_it_is()
    {
        var root = Directory.CreateTempSubdirectory("shelf-");
        root.CreateSubdirectory("photos");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Inventory:Provider", "shelf"), new("Inventory:shelf:Folder", root.FullName)]).Build();
        var services = new ServiceCollection();
        services.AddInventory(configuration.GetSection("Inventory")).AddShelf();
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IInventoryService>().PutAsync("photos", new() { Id = "nightly", Schedule = InventorySchedule.Daily, Destination = new() { Bucket = "reports" } });

        Assert.That(result.Outcome, Is.EqualTo(PutOutcome.Created));
        Assert.That(Path.Combine(root.FullName, "photos", "nightly.json"), Does.Exist);
    }
}
