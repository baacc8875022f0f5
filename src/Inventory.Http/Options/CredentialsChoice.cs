namespace Inventory.Http;

/// <summary>
/// Which of the places that credentials may come from is taken: a provider handed over, then the key in the options, then the options' switch,
/// then the environment.
/// </summary>
internal sealed class CredentialsChoice(ICredentialsProvider? handed, AccessKeyParts key, CredentialsSwitch? place, EnvironmentCredentials? environment)
{
    private bool AsksEnvironment => handed is null && !key.IsStated && place is not { IsOn: true };

    /// <summary>What is wrong with what the options say, and with the environment where it is asked.</summary>
    public IEnumerable<string> Problems()
    {
        if (key.Problem is { } problem)
        {
            yield return $"{key.Names}: {problem switch
            {
                AccessKeyProblem.Half => "one is given and the other is not. Give both, or neither and a credentials provider.",
                AccessKeyProblem.TokenAlone => "a token is given, and they are not. Give the key that the token belongs to, or no token.",
                _ => "one of them, or the token, has a character that no header can carry. Look for a line end or a blank that was read with it.",
            }}";
        }

        if (key.IsStated && place is { IsOn: true })
        {
            yield return $"{key.Names}, and {place.Name}: both say where credentials come from. Give the key, or set {place.Name}.";
        }

        if (AsksEnvironment && environment is not { IsStated: true })
        {
            var switched = place is null ? "" : $", or set {place.Name}";
            var variables = environment is null ? "" : $", or the environment variables {environment.Names}";
            yield return $"{key.Names}: they are missing. Give both, or a credentials provider{switched}{variables}.";
        }
        else if (AsksEnvironment && environment?.Problem is { } ofVariables)
        {
            yield return ofVariables;
        }
    }

    /// <summary>The provider, where nothing is wrong.</summary>
    public ICredentialsProvider Choose(TimeProvider? time) =>
        handed ?? (key.IsStated ? new StaticCredentials(key.ToCredentials()) : place is { IsOn: true } ? place.Create(time) : environment!);
}
