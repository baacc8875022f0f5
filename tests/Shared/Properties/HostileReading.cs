namespace Inventory.Tests;

/// <summary>Reading hostile bodies with what throws the library's own exceptions.</summary>
internal static class HostileReading
{
    /// <summary>Reads a body, and asserts that nothing but an <see cref="InventoryException"/> of these kinds comes out.</summary>
    /// <returns>Whether it was read.</returns>
    public static bool IsRead(this HostileBody body, Action read, params InventoryErrorKind[] kinds) =>
        body.IsRead<InventoryException>(read, e => Assert.That(kinds, Does.Contain(e.Kind), e.ToString()));
}
