namespace Inventory.Http.Tests;

/// <summary>Gives one key after another, the last one again and again, and counts how often it was asked.</summary>
internal sealed class SampleCredentials(params CloudCredentials[] keys) : ICredentialsProvider
{
    public const string Secret = "sEcReT/of+the=key";
    public const string Token = "tOkEn/of+the=session";

    public static readonly CloudCredentials LongLived = new("LONGLIVED0001", Secret);
    public static readonly CloudCredentials Temporary = new("TEMPORARY0001", Secret, Token);

    private int _asked;

    public int Asked => _asked;

    public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(keys[Math.Min(Interlocked.Increment(ref _asked), keys.Length) - 1]);
}
