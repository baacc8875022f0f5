using Inventory.Emulator;
using Inventory.Http;

namespace Inventory.Tests.Faults;

/// <summary>What the fault matrix and the load test have to know of a cloud.</summary>
/// <param name="Wire">The emulator's name for it.</param>
/// <param name="ListedRules">How many rules the bucket holds that is listed.</param>
/// <param name="Pages">In how many requests those are listed, ten to a page where the cloud has pages.</param>
/// <param name="Connect">Makes a service that talks to an emulator.</param>
public sealed record MatrixCloud(
    string Wire, int ListedRules, int Pages, Func<InventoryEmulator, ICredentialsProvider, HttpMessageHandler, TimeProvider, InventoryHttpOptions, IInventoryService> Connect);
