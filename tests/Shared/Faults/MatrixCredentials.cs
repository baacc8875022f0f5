using Inventory.Emulator;
using Inventory.Http;

namespace Inventory.Tests.Faults;

/// <summary>A temporary key whose token changes when it has been asked for a number of times.</summary>
internal sealed class MatrixCredentials(int lastOfFirst) : ICredentialsProvider
{
    private const string Key = "matrix-key";
    private const string Secret = "key-secret-0123456789";
    private const string First = "session-token-abcdef";
    private const string Second = "session-token-abcdef-2";

    private int _asked;

    /// <summary>What the emulator has to know.</summary>
    public static IReadOnlyList<EmulatorCredential> Known { get; } = [new(Key, Secret, First), new(Key, Secret, Second)];

    public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default) =>
        new(new CloudCredentials(Key, Secret, Interlocked.Increment(ref _asked) > lastOfFirst ? Second : First));
}
