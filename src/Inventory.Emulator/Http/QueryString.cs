namespace Inventory.Emulator.Http;

/// <summary>A query in the order sent, names and values decoded: <c>+</c> is a space, a percent sign without two hex digits is itself.</summary>
internal sealed class QueryString
{
    private readonly KeyValuePair<string, string>[] _items;

    private QueryString(KeyValuePair<string, string>[] items, string? undecodable)
    {
        _items = items;
        Undecodable = undecodable;
    }

    public IReadOnlyList<KeyValuePair<string, string>> Items => _items;

    /// <summary>The first item, as sent, that is not UTF-8 once decoded; null if all are.</summary>
    public string? Undecodable { get; }

    public static QueryString Parse(string raw)
    {
        var items = new List<KeyValuePair<string, string>>();
        string? undecodable = null;
        foreach (var item in raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            var name = PercentEncoding.Decode(equals < 0 ? item : item[..equals], plusIsSpace: true);
            var value = equals < 0 ? "" : PercentEncoding.Decode(item[(equals + 1)..], plusIsSpace: true);
            if (name is null || value is null)
            {
                undecodable ??= item;
                continue;
            }

            items.Add(new(name, value));
        }

        return new([.. items], undecodable);
    }

    /// <summary>The query with a stand-in for every value that could be a secret: tokens and signatures.</summary>
    public QueryString Masked() =>
        new([.. _items.Select(item => SecretText.IsName(item.Key) ? new(item.Key, SecretText.StandIn) : item)], Undecodable);

    public bool Has(string name) => Value(name) is not null;

    /// <summary>How often the name occurs.</summary>
    public int Count(string name)
    {
        var count = 0;
        foreach (var item in _items)
        {
            count += string.Equals(item.Key, name, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first value of the name; null if it does not occur.</summary>
    public string? Value(string name)
    {
        foreach (var item in _items)
        {
            if (string.Equals(item.Key, name, StringComparison.Ordinal))
            {
                return item.Value;
            }
        }

        return null;
    }
}
