namespace Inventory.Emulator;

/// <summary>A rule that is there from the start, unchecked and above every limit, as by <see cref="InventoryEmulator.SeedRaw"/>.</summary>
/// <param name="Wire"><see cref="EmulatorWire.Oss"/> or <see cref="EmulatorWire.Bos"/>.</param>
/// <param name="Bucket">A bucket that exists.</param>
/// <param name="Document">An <c>InventoryConfiguration</c> element (an XML declaration is left out) or a JSON object.</param>
/// <param name="Id">The rule's id; null: it is read from the document, which has to be well-formed then.</param>
public sealed record SeededRule(string Wire, string Bucket, string Document, string? Id = null);
