using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Inventory.BaiduBos;
using Inventory.Emulator;

namespace Inventory.Cli;

/// <summary>The options of <c>inventory emulator</c>, and what they come to.</summary>
internal sealed class EmulatorArguments
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyyMMdd'T'HHmmssK"];

    private readonly Option<int> _ossPort = new("--oss-port") { Description = "The port of the OSS wire on loopback; a free one if left out, or 0.", HelpName = "port", CustomParser = Port };

    private readonly Option<int> _bosPort = new("--bos-port") { Description = "The port of the BOS wire on loopback; a free one if left out, or 0.", HelpName = "port", CustomParser = Port };

    private readonly Option<IPAddress?> _listen = new("--listen")
    {
        Description = "The address of this machine to listen on, such as 0.0.0.0 for all; 127.0.0.1 if left out. Elsewhere, whoever reaches the machine reaches the emulator.",
        HelpName = "address",
        CustomParser = Address,
    };

    private readonly Option<EmulatorBucket[]> _bucket = new("--bucket")
    {
        Description = "A bucket that exists on both wires, in cn-hangzhou on OSS and bj on BOS. @REGION says otherwise for its cloud: with a hyphen it is a region of OSS, without "
            + "one of BOS. A V4 signature has to name that of OSS. Repeatable; examplebucket and destbucket if left out.",
        HelpName = "name[@region]",
        CustomParser = result => Unique(result, Each(result, Bucket), bucket => bucket.Name, "bucket"),
    };

    private readonly Option<string[]> _accessKey = new("--access-key")
    {
        Description = "A key that is accepted; repeatable, one ID with a token and without one as well. An invented one if left out.",
        HelpName = "id:secret[:token]",
    };

    private readonly Option<KeyValuePair<string, string>[]> _cname = new("--cname")
    {
        Description = "A host name, without a port, that stands for a bucket on both wires; repeatable.",
        HelpName = "host=bucket",
        CustomParser = result => Unique(result, Each(result, Domain), domain => domain.Key, "host"),
    };

    private readonly Option<DateTimeOffset?> _clock = new("--clock")
    {
        Description = "Where the server's clock stands, until a line on stdin moves it; recorded requests verify under the clock of their day. The system's clock if left out.",
        HelpName = "instant",
        CustomParser = Clock,
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "A folder that keeps buckets and rules beyond the end of the process, even of a killed one; one emulator at a time has it. Memory alone if left out.",
        HelpName = "folder",
    };

    private readonly Option<bool> _noSignatureCheck = new("--no-signature-check") { Description = "Takes every request for a signed one." };

    private readonly Option<FaultRule[]> _fault = new("--fault")
    {
        Description = "What goes wrong with which request, WIRE:OPERATION:NUMBER=FAULT, to see how a client bears it; repeatable. The wire is oss, bos or *; the operation get, list, "
            + "put, delete, one on buckets such as PutBucket, a method in capitals such as GET, or *; the number of the request 2, 2-4, 2- for the second and all after it, or *; the "
            + "fault a status such as 503 or 429,retry-after=2; reset; delay:2s; truncate; expired-token; or clock:+20m. 503-after, reset-after and delay-after:2s do what is asked "
            + "all the same.",
        HelpName = "rule",
        CustomParser = result => Each(result, FaultRule.Parse),
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = $"A point that the vendors' documents leave open, or a limit; repeatable. The names: {string.Join(", ", EmulatorSwitches.Names)}.",
        HelpName = "name=value",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _ossPort, _bosPort, _listen, _bucket, _accessKey, _cname, _clock, _data, _noSignatureCheck, _fault, _set })
        {
            command.Add(option);
        }
    }

    /// <summary>What the options come to.</summary>
    /// <exception cref="FormatException">A value makes no sense; the message names its option, and no secret.</exception>
    public EmulatorOptions Read(ParseResult result)
    {
        var options = new EmulatorOptions
        {
            OssPort = result.GetValue(_ossPort),
            BosPort = result.GetValue(_bosPort),
            ListenAddress = result.GetValue(_listen) ?? IPAddress.Loopback,
            VerifySignatures = !result.GetValue(_noSignatureCheck),
            CustomDomains = (result.GetValue(_cname) ?? []).ToDictionary(StringComparer.OrdinalIgnoreCase),
            Faults = result.GetValue(_fault) ?? [],
            DataDirectory = result.GetValue(_data) is not "" and var folder ? folder : throw new FormatException("--data: write the path of a folder."),
        };
        options = result.GetValue(_bucket) is { Length: > 0 } buckets ? options with { Buckets = buckets } : options;
        options = result.GetValue(_accessKey) is { Length: > 0 } keys ? options with { Credentials = Credentials(keys) } : options;
        options = result.GetValue(_clock) is { } start ? options with { Clock = new ManualClock(start) } : options;
        return (result.GetValue(_set) ?? []).Aggregate(options, EmulatorSwitches.Apply);
    }

    /// <summary>An instant as people and logs write it, with its offset.</summary>
    internal static bool TryReadInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
        && (text.EndsWith('Z') || text.AsSpan(text.IndexOf('T', StringComparison.Ordinal)).IndexOfAny('+', '-') > 0);

    private static int Port(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > ushort.MaxValue)
        {
            result.AddError($"{Name(result)}: '{text}' is not a port. Write a number from 1 to 65535, or 0 for a free one, or leave it out.");
        }

        return port;
    }

    private static IPAddress? Address(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (IPAddress.TryParse(text, out var address))
        {
            return address;
        }

        result.AddError($"{Name(result)}: '{text}' is not an IP address. Write one of this machine such as 192.0.2.1, or 0.0.0.0 for all.");
        return null;
    }

    private static DateTimeOffset? Clock(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (TryReadInstant(text, out var instant))
        {
            return instant;
        }

        result.AddError($"{Name(result)}: '{text}' is not an instant. Write one with its offset, such as 2026-01-02T03:04:05Z.");
        return null;
    }

    /// <summary>Both clouds have the same names of buckets.</summary>
    private static EmulatorBucket Bucket(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? text : text[..at];
        var region = at < 0 ? null : text[(at + 1)..];
        if (BosCapabilities.Default.BucketName.Problem(name) is { } problem)
        {
            throw new FormatException(problem);
        }

        return region is null || (region.Length > 0 && region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            ? new(name, region)
            : throw new FormatException($"'{region}' is not a region. Write NAME@REGION such as logs@cn-beijing, or leave @REGION out.");
    }

    private static KeyValuePair<string, string> Domain(string text)
    {
        if (text.Split('=') is not [{ Length: > 0 } host, var bucket] || Uri.CheckHostName(host) != UriHostNameType.Dns)
        {
            throw new FormatException($"'{text}' is not HOST=BUCKET, such as inventory.example.com=logs; the host has no port.");
        }

        return BosCapabilities.Default.BucketName.Problem(bucket) is { } problem ? throw new FormatException(problem) : new(host, bucket);
    }

    private static EmulatorCredential[] Credentials(string[] texts)
    {
        EmulatorCredential[] keys =
        [
            .. texts.Select(text => text.Split(':', 3) switch
            {
                [{ Length: > 0 } id, { Length: > 0 } secret] => new EmulatorCredential(id, secret),
                [{ Length: > 0 } id, { Length: > 0 } secret, { Length: > 0 } token] => new(id, secret, token),
                _ => throw new FormatException("--access-key: write ID:SECRET or ID:SECRET:TOKEN."),
            }).Distinct(),
        ];
        return keys.GroupBy(key => (key.AccessKeyId, key.SessionToken)).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new FormatException($"--access-key: '{twice.Key.AccessKeyId}' has two secrets. Give one, or another token with each.")
            : keys;
    }

    /// <summary>Each value of a repeatable option; what cannot be read is an error that names the option.</summary>
    private static T[] Each<T>(ArgumentResult result, Func<string, T> read)
    {
        List<T> values = [];
        foreach (var token in result.Tokens)
        {
            try
            {
                values.Add(read(token.Value));
            }
            catch (FormatException e)
            {
                result.AddError($"{Name(result)}: {e.Message}");
            }
        }

        return [.. values];
    }

    private static T[] Unique<T>(ArgumentResult result, T[] values, Func<T, string> name, string what)
    {
        T[] each = [.. values.Distinct()];
        if (each.GroupBy(name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            result.AddError($"{Name(result)}: the {what} '{twice.Key}' is given twice, and not the same way. Give it once.");
        }

        return each;
    }

    private static string Name(ArgumentResult result) => ((OptionResult)result.Parent!).IdentifierToken!.Value;
}
