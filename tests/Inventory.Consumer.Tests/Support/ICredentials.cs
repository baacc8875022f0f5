// What the README's sample needs of Aliyun.OSS.SDK.NetCore, which cannot be restored where this is built: the members of its two interfaces, by their names in
// its public repository (sdk/Common/Authentication, read 2026-11-21).
namespace Aliyun.OSS.Common.Authentication;

public interface ICredentials
{
    string AccessKeyId { get; }

    string AccessKeySecret { get; }

    string SecurityToken { get; }

    bool UseToken { get; }
}

public interface ICredentialsProvider
{
    void SetCredentials(ICredentials creds);

    ICredentials GetCredentials();
}
