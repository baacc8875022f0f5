namespace Inventory.Emulator.Store;

/// <summary>One id: what is stored under it, and what reads see of it yet. Not safe for concurrent use.</summary>
internal sealed class LaggingRule
{
    private readonly Queue<(DateTimeOffset From, string? Document)> _unseen = new();
    private string? _seen;

    /// <summary>The document; null: there is no rule.</summary>
    public string? Stored { get; private set; }

    /// <summary>Whether neither a write nor a read finds anything any more.</summary>
    public bool IsGone => Stored is null && _seen is null && _unseen.Count == 0;

    /// <summary>Stores a document, which reads see from an instant on; null removes it.</summary>
    public void Write(string? document, DateTimeOffset visibleFrom)
    {
        Stored = document;
        _unseen.Enqueue((visibleFrom, document));
    }

    /// <summary>Stores a document that reads see at once.</summary>
    public void Settle(string? document)
    {
        _unseen.Clear();
        (Stored, _seen) = (document, document);
    }

    /// <summary>What a read at an instant sees.</summary>
    public string? Seen(DateTimeOffset now)
    {
        while (_unseen.TryPeek(out var next) && next.From <= now)
        {
            _seen = _unseen.Dequeue().Document;
        }

        return _seen;
    }
}
