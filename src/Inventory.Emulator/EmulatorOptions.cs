using System.Net;
using Inventory.Emulator.Bos;
using Inventory.Emulator.Oss;

namespace Inventory.Emulator;

/// <summary>
/// What the emulator is told at its start; its collections may not change afterwards. A switch stands wherever the vendors' documents are silent,
/// and its default is this emulator's choice, not a fact about the service.
/// </summary>
public sealed record EmulatorOptions
{
    /// <summary>
    /// The address of this machine that both wires listen on, such as <see cref="IPAddress.Any"/>. Default: 127.0.0.1. Elsewhere whoever reaches the machine
    /// reaches the emulator; the log says so. The endpoints name 127.0.0.1 or [::1] where the address stands for all of the machine's.
    /// </summary>
    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The port of the OSS wire, 0 to 65535; 0, the default, takes a free one.</summary>
    public int OssPort { get; init; }

    /// <summary>The port of the BOS wire, 0 to 65535; 0, the default, takes a free one.</summary>
    public int BosPort { get; init; }

    /// <summary>The keys that are known. Default: <see cref="EmulatorCredential.DefaultAccessKeyId"/> alone.</summary>
    public IReadOnlyList<EmulatorCredential> Credentials { get; init; } =
        [new(EmulatorCredential.DefaultAccessKeyId, EmulatorCredential.DefaultSecret)];

    /// <summary>The buckets that exist from the start, on both wires, each once. Default: <c>examplebucket</c> and <c>destbucket</c>.</summary>
    public IReadOnlyList<EmulatorBucket> Buckets { get; init; } =
        [new(EmulatorBucket.DefaultSource), new(EmulatorBucket.DefaultDestination)];

    /// <summary>Host names without port (custom domains) and the bucket that each stands for. Default: none.</summary>
    public IReadOnlyDictionary<string, string> CustomDomains { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// How host names end that begin with an OSS bucket, the longest first; a port does not count, and the ending alone is path style. Before
    /// <c>.aliyuncs.com</c> stands the endpoint, which tells the region. Default: <c>.aliyuncs.com</c> and <c>.localhost</c>.
    /// </summary>
    public IReadOnlyList<string> OssHostSuffixes { get; init; } = [OssTarget.Domain, ".localhost"];

    /// <summary>The same for BOS, whose endpoint stands before <c>.bcebos.com</c>. Default: <c>.bcebos.com</c> and <c>.localhost</c>.</summary>
    public IReadOnlyList<string> BosHostSuffixes { get; init; } = [BosTarget.Domain, ".localhost"];

    /// <summary>The region of OSS buckets that name none. Default: <c>cn-hangzhou</c>.</summary>
    public string OssRegion { get; init; } = "cn-hangzhou";

    /// <summary>The region of BOS buckets that name none. Default: <c>bj</c>.</summary>
    public string BosRegion { get; init; } = "bj";

    /// <summary>Whether requests without a correct signature are refused. Default: true.</summary>
    public bool VerifySignatures { get; init; } = true;

    /// <summary>The clock of the server. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How far a request's time may lie from the clock, inclusive. Default: 15 minutes, which OSS documents and BOS does not.</summary>
    public TimeSpan MaxClockSkew { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The longest body that is read, in bytes, inclusive; longer ones are malformed. Default: 262,144; neither vendor documents a limit.
    /// </summary>
    public int MaxBodyBytes { get; init; } = 262_144;

    /// <summary>
    /// Told one line for each answered request, from several threads at once; never a secret. Default: nobody. Where a signature does not match, the line holds
    /// the canonical text that the server made beside what the request says of its own, line feeds written as <c>\n</c>, tokens and signatures as <c>MASKED</c>.
    /// </summary>
    public Action<string>? Log { get; init; }

    /// <summary>What goes wrong with which request from the start on; see <see cref="InventoryEmulator.Faults"/>. Default: nothing.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>The most rules that an OSS bucket holds. Default: 1,000 (PutBucketInventory).</summary>
    public int OssRuleLimit { get; init; } = 1_000;

    /// <summary>The most rules in a page of an OSS list. Default: 100 (ListBucketInventory).</summary>
    public int OssPageSize { get; init; } = 100;

    /// <summary>Whether incremental inventory is open to the account. Default: false, answered 403 as outside its one region.</summary>
    public bool AllowIncrementalInventory { get; init; }

    /// <summary>The storage classes that an OSS filter takes. Default includes <c>DeepColdArchive</c>, which only the console documents.</summary>
    public IReadOnlyList<string> OssStorageClasses { get; init; } =
        ["Standard", "IA", "Archive", "ColdArchive", "DeepColdArchive", "All"];

    /// <summary>The optional columns that an OSS rule takes. Default: the eleven that documents and SDKs name; no last-access column.</summary>
    public IReadOnlyList<string> OssOptionalFields { get; init; } =
    [
        "Size", "LastModifiedDate", "ETag", "StorageClass", "IsMultipartUploaded", "EncryptionStatus",
        "ObjectAcl", "ObjectType", "Crc64", "TaggingCount", "TransitionTime",
    ];

    /// <summary>Whether <c>SSE-KMS</c> without <c>KeyId</c> is accepted, meaning the default key; undocumented. Default: false.</summary>
    public bool OssAllowKmsWithoutKeyId { get; init; }

    /// <summary>Whether the region offers SSE-KMS; if not, EC 0005-00000201. Default: true.</summary>
    public bool OssKmsOffered { get; init; } = true;

    /// <summary>Whether <c>Monthly</c> without <c>DayOfMonth</c> is accepted. Default: true (documented as every 30 days, unproven).</summary>
    public bool OssAllowMonthlyWithoutDay { get; init; } = true;

    /// <summary>
    /// Whether a filter that is set in part is given back with <c>0</c> in every bound that was not. Default: true. One client of the vendor's own
    /// (terraform-provider-alicloud) says that the service does so always; nothing else shows it, and nothing shows otherwise.
    /// </summary>
    public bool OssEchoFilterDefaults { get; init; } = true;

    /// <summary>
    /// The code of 409 for an id that exists. Default: <c>InventoryConfigurationAlreadyExists</c>, seen on the wire; the page prints
    /// <c>InventoryAlreadyExist</c>.
    /// </summary>
    public string OssAlreadyExistsCode { get; init; } = "InventoryConfigurationAlreadyExists";

    /// <summary>The most rules that a BOS bucket holds. Default: 20 (PutBucketInventory).</summary>
    public int BosRuleLimit { get; init; } = 20;

    /// <summary>The status for one rule too many on BOS; undocumented. Default: 400.</summary>
    public int BosRuleLimitStatus { get; init; } = 400;

    /// <summary>The code for one rule too many on BOS; undocumented. Default: <c>InvalidArgument</c>.</summary>
    public string BosRuleLimitCode { get; init; } = "InvalidArgument";

    /// <summary>The status when the target bucket of a BOS rule does not exist; undocumented. Default: 404.</summary>
    public int BosMissingTargetStatus { get; init; } = 404;

    /// <summary>The code when the target bucket of a BOS rule does not exist; undocumented. Default: <c>NoSuchBucket</c>.</summary>
    public string BosMissingTargetCode { get; init; } = "NoSuchBucket";

    /// <summary>The status when the target bucket of a BOS rule is in another region or account; undocumented. Default: 400.</summary>
    public int BosForeignTargetStatus { get; init; } = 400;

    /// <summary>The code when the target bucket of a BOS rule is in another region or account; undocumented. Default: <c>InvalidArgument</c>.</summary>
    public string BosForeignTargetCode { get; init; } = "InvalidArgument";

    /// <summary>The answer to a BOS list without rules; undocumented. Default: an empty array.</summary>
    public BosEmptyListAnswer BosEmptyListAnswer { get; init; } = BosEmptyListAnswer.EmptyArray;

    /// <summary>The status of a BOS delete that succeeded: 200, the default (the page's example), or 204.</summary>
    public int BosDeleteStatus { get; init; } = 200;

    /// <summary>The most entries in <c>resource</c>; undocumented. Default: null, any number.</summary>
    public int? BosMaxResources { get; init; }

    /// <summary>Whether the schedule <c>Once</c>, known to the Go SDK alone, is accepted. Default: true.</summary>
    public bool BosAllowOnce { get; init; } = true;

    /// <summary>
    /// Whether the schedule <c>Daily</c> is accepted, which no document lists for BOS. Default: true, since captured requests of the Go and the Python SDK send it;
    /// what the service says to it is not known. No adapter of this library sends it.
    /// </summary>
    public bool BosAllowDaily { get; init; } = true;

    /// <summary>Whether <c>Monthly</c> without <c>monthlyDate</c> is accepted; undocumented. Default: false, 400 <c>InvalidArgument</c>.</summary>
    public bool BosAllowMonthlyWithoutDate { get; init; }

    /// <summary>
    /// Whether a body whose <c>id</c> is not the query's is refused with 400 <c>InvalidArgument</c>; undocumented. Default: true;
    /// if false, the query's id counts.
    /// </summary>
    public bool BosRefuseIdMismatch { get; init; } = true;

    /// <summary>What a rule without <c>includedObjectVersions</c> is given back with; undocumented. Default: null, the member stays absent.</summary>
    public string? BosDefaultObjectVersions { get; init; }

    /// <summary>
    /// Whether a rule without a filter is given back with <c>&lt;Filter&gt;&lt;Prefix&gt;&lt;/Prefix&gt;&lt;/Filter&gt;</c>. Default: true, which tests of
    /// two of the vendor's SDKs found on the service; some clients cannot read a rule without it.
    /// </summary>
    public bool OssEchoEmptyFilter { get; init; } = true;

    /// <summary>
    /// Whether storage classes are given back in ordinal order, whatever their order was. Default: true, as tests of two of the vendor's SDKs found
    /// <c>Standard,IA</c> given back as <c>IA,Standard</c>; which order the service takes is not known.
    /// </summary>
    public bool OssEchoSortedStorageClasses { get; init; } = true;

    /// <summary>Rules that are there from the start. One that <see cref="DataDirectory"/> holds already is left as it is. Default: none.</summary>
    public IReadOnlyList<SeededRule> Rules { get; init; } = [];

    /// <summary>
    /// How long get and list do not see a put or a delete, by <see cref="Clock"/>; zero or more. Whether an id is taken, a rule is there to delete or a bucket
    /// is full is decided by what is stored, and buckets come and go, without delay. Default: zero. OSS promises nothing; tests of one SDK wait a second.
    /// </summary>
    public TimeSpan ConsistencyDelay { get; init; }

    /// <summary>
    /// The folder where buckets and rules are kept, a file each, beyond the end of the process; it is made if it is missing, and one emulator at a time has it.
    /// A rule is on the disk before it is acknowledged. The buckets in it exist beside <see cref="Buckets"/>. Default: null, memory alone.
    /// </summary>
    public string? DataDirectory { get; init; }
}
