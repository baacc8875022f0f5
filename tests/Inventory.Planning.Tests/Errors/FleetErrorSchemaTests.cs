namespace Inventory.Planning.Tests;

[TestFixture]
public sealed class FleetErrorSchemaTests() : DocumentSchemaTests(FleetErrorSchema.Text)
{
    protected override string Everything => FleetErrorJson.Write(new()
    {
        Kind = InventoryErrorKind.InvalidDocument,
        Message = "fleet.yaml cannot be read:\n  line 1, column 2: rules: There is no such rule.",
        Problems = [new("rules", 1, 2, "There is no such rule.")],
        MoreProblems = 3,
    });

    protected override IReadOnlyList<(string Schema, string Document)> Read => [("", ""), ("definitions/error", "error"), ("definitions/problem", "error/problems/0")];

    protected override IReadOnlyList<(string Path, string[] Names)> Enumerations => [("definitions/error/properties/kind", Enum.GetNames<InventoryErrorKind>())];

    /// <summary>The files that cannot be read, and a few exceptions of every other kind.</summary>
    private static IEnumerable<Exception> Errors =>
    [
        .. BadFiles.All.Select(f => Fleet.Refusal(f.Text)),
        .. Enum.GetValues<InventoryErrorKind>().Select(k => new InventoryException(k, "x")),
        new InvalidConfigurationException("The accounts cannot be used", ["Inventory:oss:Region: it is missing."]),
        new ApplyRefusedException([new(ApplyRefusalKind.Drastic, "It deletes 4.")]),
        new FormatException("--rate: 'x' is not a number."),
    ];

    [Test]
    public void It_accepts_every_error()
    {
        foreach (var error in Errors)
        {
            Accept(FleetErrorJson.Write(FleetError.Of(error)));
        }
    }

    protected override void Parse(string text) => _ = FleetErrorJson.Parse(text);
}
