namespace Inventory.Documents;

/// <summary>Reads a rule from the nodes of a neutral file. For one file.</summary>
internal sealed class NeutralRuleReader(IReadOnlyDictionary<string, IExtensionDocument> extensions, DocumentProblems problems)
{
    private readonly DocumentProblems _problems = problems;

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The file.</param>
    /// <param name="parse">Makes nodes of it; what is wrong with them is reported with what is wrong with the rule.</param>
    /// <exception cref="InvalidDocumentException">It cannot be read; every problem is named with line and path.</exception>
    public RuleDocument Read(string text, Func<string, DocumentProblems, DocumentNode> parse)
    {
        var root = parse(text, _problems);
        if (root.Kind != DocumentNodeKind.Object)
        {
            _problems.Add("", root, $"A rule is an object, and this is {NodeText.Show(root)}.");
            _problems.ThrowIfAny();
        }

        var reader = new ObjectReader(root, "", _problems);
        _ = reader.One("$schema");
        var id = reader.RequiredStrictText("id");
        var sourceBucket = reader.StrictText("sourceBucket");
        if (sourceBucket is { Length: 0 })
        {
            reader.Problem("sourceBucket", "It is empty. Leave it out where the file does not say.");
        }

        var rule = Members(reader, id);
        _problems.ThrowIfAny();
        return new(rule!, sourceBucket);
    }

    /// <summary>Reads everything but the id, and refuses what nobody asked for; null where something is wrong.</summary>
    public InventoryRule? Members(ObjectReader reader, string id)
    {
        var before = _problems.Found.Count;
        var isEnabled = reader.StrictBoolean("isEnabled") ?? true;
        var destination = Destination(reader);
        var schedule = Open(reader, "schedule", OpenValues.Schedule);
        if (reader.One("schedule") is null)
        {
            reader.Problem("schedule", $"It is required and missing. What there is: {string.Join(", ", OpenValues.Schedule.Known)}.");
        }

        var filter = Filter(reader);
        var versions = Open(reader, "includedObjectVersions", OpenValues.Versions);
        var fields = OpenList(reader, "optionalFields", OpenValues.Field);
        var sections = Extensions(reader);
        reader.RefuseUnread();
        if (_problems.Found.Count > before || destination is null || schedule is null)
        {
            return null;
        }

        return new InventoryRule
        {
            Id = id,
            IsEnabled = isEnabled,
            Destination = destination,
            Schedule = schedule,
            Filter = filter,
            IncludedObjectVersions = versions,
            OptionalFields = fields,
            Extensions = sections,
        };
    }

    private InventoryDestination? Destination(ObjectReader rule)
    {
        if (rule.StrictObject("destination") is not { } reader)
        {
            if (rule.One("destination") is null)
            {
                rule.Problem("destination", "It is required and missing.");
            }

            return null;
        }

        var destination = new InventoryDestination
        {
            Bucket = reader.RequiredStrictText("bucket"),
            Prefix = reader.StrictText("prefix"),
            Format = Open(reader, "format", OpenValues.Format),
            Encryption = Encryption(reader),
        };
        reader.RefuseUnread();
        return destination;
    }

    private static InventoryEncryption? Encryption(ObjectReader destination)
    {
        if (destination.StrictObject("encryption") is not { } reader)
        {
            return null;
        }

        var kind = reader.RequiredStrictText("kind");
        var keyId = reader.StrictText("keyId");
        reader.RefuseUnread();
        switch (kind)
        {
            case nameof(InventoryEncryptionKind.Kms) when keyId is { Length: 0 }:
                reader.Problem("keyId", "It is empty. Leave it out for the account's default key.");
                return null;
            case nameof(InventoryEncryptionKind.Kms):
                return keyId is null ? InventoryEncryption.KmsDefaultKey : InventoryEncryption.Kms(keyId);
            case nameof(InventoryEncryptionKind.ServiceManaged):
                if (keyId is not null)
                {
                    reader.Problem("keyId", "A key that the storage service keeps has no id. Leave it out, or let the kind be Kms.");
                }

                return InventoryEncryption.ServiceManaged;
            case "":
                return null;
            default:
                reader.Problem("kind", KnownNames.NoSuch($"kind of encryption '{NodeText.Cut(kind)}'", kind, Enum.GetNames<InventoryEncryptionKind>()));
                return null;
        }
    }

    private InventoryFilter Filter(ObjectReader rule)
    {
        if (rule.StrictObject("filter") is not { } reader)
        {
            return InventoryFilter.WholeBucket;
        }

        var filter = new InventoryFilter
        {
            Prefixes = Prefixes(reader),
            LastModified = LastModified(reader),
            ObjectSize = ObjectSize(reader),
            StorageClasses = OpenList(reader, "storageClasses", OpenValues.StorageClass),
        };
        reader.RefuseUnread();
        return filter;
    }

    private ValueList<string> Prefixes(ObjectReader filter)
    {
        List<string> prefixes = [];
        foreach (var (path, node) in filter.StrictItems("prefixes"))
        {
            if (node.Kind != DocumentNodeKind.Text)
            {
                _problems.Add(path, node, $"It must be a text in quotation marks, and is {NodeText.Show(node)}.");
            }
            else if (node.Text.Length == 0)
            {
                _problems.Add(path, node, "It is empty, which selects every key. Leave the prefixes out for that.");
            }
            else
            {
                prefixes.Add(node.Text);
            }
        }

        return [.. prefixes];
    }

    private static LastModifiedRange? LastModified(ObjectReader filter)
    {
        if (filter.StrictObject("lastModified") is not { } reader)
        {
            return null;
        }

        var range = new LastModifiedRange { Begin = Instant(reader, "begin"), End = Instant(reader, "end") };
        reader.RefuseUnread();
        return range;
    }

    private static DateTimeOffset? Instant(ObjectReader range, string name)
    {
        if (range.StrictText(name) is not { } text)
        {
            return null;
        }

        var instant = Instants.Read(text, out var problem);
        if (instant is null)
        {
            range.Problem(name, problem);
        }

        return instant;
    }

    private static ObjectSizeRange? ObjectSize(ObjectReader filter)
    {
        if (filter.StrictObject("objectSize") is not { } reader)
        {
            return null;
        }

        var lower = reader.StrictInteger("lower");
        var upper = reader.StrictInteger("upper");
        reader.RefuseUnread();
        return new()
        {
            Lower = reader.Try("lower", () => new ObjectSizeRange { Lower = lower }.Lower, null),
            Upper = reader.Try("upper", () => new ObjectSizeRange { Upper = upper }.Upper, null),
        };
    }

    private ValueList<InventoryExtension> Extensions(ObjectReader rule)
    {
        if (rule.StrictObject("extensions") is not { } reader)
        {
            return [];
        }

        List<InventoryExtension> read = [];
        foreach (var (key, node) in reader.Node.Members)
        {
            if (!extensions.TryGetValue(key, out var document))
            {
                _problems.Add(reader.PathOf(key), node, KnownNames.NoSuch($"extension '{NodeText.Cut(key)}'", key, extensions.Keys.Order(StringComparer.Ordinal)));
            }
            else if (reader.StrictObject(key) is { } section)
            {
                if (reader.Try<InventoryExtension?>(key, () => document.Read(section), null) is { } extension)
                {
                    read.Add(extension);
                }

                section.RefuseUnread();
            }
        }

        return [.. read];
    }

    private T? Open<T>(ObjectReader reader, string name, OpenValue<T> kind) =>
        reader.One(name) is { } node ? kind.Read(reader.PathOf(name), node, _problems) : default;

    private ValueList<T> OpenList<T>(ObjectReader reader, string name, OpenValue<T> kind) =>
        reader.StrictItems(name).Select(i => kind.Read(i.Path, i.Node, _problems)!).ToValueList();
}
