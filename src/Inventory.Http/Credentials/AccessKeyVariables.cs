namespace Inventory.Http;

/// <summary>Environment variables that hold one access key together.</summary>
/// <param name="AccessKeyId">The name of the variable with the id.</param>
/// <param name="SecretAccessKey">The name of the variable with the secret.</param>
/// <param name="SessionToken">The name of the variable with the token of temporary credentials, which may be unset.</param>
public sealed record AccessKeyVariables(string AccessKeyId, string SecretAccessKey, string SessionToken)
{
    /// <summary>The two that must be set.</summary>
    public override string ToString() => $"{AccessKeyId} and {SecretAccessKey}";
}
