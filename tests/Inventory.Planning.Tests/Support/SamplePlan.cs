namespace Inventory.Planning.Tests;

/// <summary>A plan with one of everything.</summary>
internal static class SamplePlan
{
    public static async Task<Plan> MakeAsync()
    {
        var fleet = new TestFleet(first: new() { Buckets = ["logs", "quiet"], Capabilities = SettingExtension.Held(InMemory.InMemoryCapabilities.Create()) });
        await fleet.PutAsync(TestFleet.First, "logs", Make.Rule("changed"), Make.Rule("on") with { IsEnabled = false }, Make.Rule("same"), Make.Rule("by-hand"));
        await fleet.PutAsync(TestFleet.Second, "media", Make.Rule("refused"));
        var changed = Make.Rule("changed") with
        {
            Schedule = InventorySchedule.Daily,
            Destination = new() { Bucket = "reports" },
            Filter = new() { LastModified = new() { Begin = DateTimeOffset.UnixEpoch }, ObjectSize = new() { Lower = 1, Upper = 1024 } },
            Extensions = [new SettingExtension("memory", "x")],
        };
        return await fleet.PlanAsync(Make.State(
            Make.Bucket(TestFleet.First, "logs", Make.Desired(changed), Make.Desired(Make.Rule("on")), Make.Desired(Make.Rule("same")), Make.Desired(Make.Rule("new"))),
            Make.Bucket(TestFleet.First, "quiet"),
            Make.Bucket(TestFleet.First, "gone"),
            Make.Bucket(
                TestFleet.Second,
                "media",
                Make.Desired(Make.Rule("refused") with { Schedule = InventorySchedule.Daily }),
                Make.Desired(Make.Rule("accepted") with { Schedule = InventorySchedule.Daily }, "schedule=Weekly"))));
    }
}
