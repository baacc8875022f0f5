namespace Inventory.Emulator;

/// <summary>
/// What goes wrong with which request. Each rule counts the requests of its own wire, method and operation from when it was added; of several that befall one request,
/// the first added does. Safe for concurrent use: requests are counted in the order in which their heads arrive.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<CountedRule> _rules = [];

    /// <summary>Makes a script.</summary>
    /// <param name="rules">What it begins with; null: nothing.</param>
    public FaultScript(IEnumerable<FaultRule>? rules = null)
    {
        foreach (var rule in rules ?? [])
        {
            Add(rule);
        }
    }

    /// <summary>Adds a rule that counts from the next request on.</summary>
    public void Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        lock (_lock)
        {
            _rules.Add(new(rule));
        }
    }

    /// <summary>Adds a rule that counts from the next request on.</summary>
    /// <param name="rule">The rule as <see cref="FaultRule.Parse"/> takes it, such as <c>oss:put:1=503</c>.</param>
    /// <exception cref="FormatException">The text is not such a rule.</exception>
    public void Add(string rule) => Add(FaultRule.Parse(rule));

    /// <summary>Forgets all rules. Requests that one has befallen already are not freed from it.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
        }
    }

    /// <summary>Counts one request and says what goes wrong with it.</summary>
    /// <param name="wire">The wire, such as <see cref="EmulatorWire.Oss"/>, or a name of your own where no emulator takes part.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="operation">What it asks for, one of <see cref="EmulatorOperation"/>; null: unknown, and told by the method.</param>
    /// <returns>Null: nothing goes wrong.</returns>
    public EmulatorFault? Next(string wire, string method, string? operation = null) => Next(wire, method, () => operation);

    /// <summary>The same; the operation is asked for only if there are rules.</summary>
    internal EmulatorFault? Next(string wire, string method, Func<string?> operation)
    {
        lock (_lock)
        {
            if (_rules.Count == 0)
            {
                return null;
            }
        }

        var asked = operation();
        EmulatorFault? fault = null;
        lock (_lock)
        {
            foreach (var counted in _rules.Where(r => r.Rule.IsAbout(wire, method, asked)))
            {
                counted.Count++;
                fault ??= counted.Rule.Befalls(counted.Count) ? counted.Rule.Fault : null;
            }
        }

        return fault;
    }

    private sealed class CountedRule(FaultRule rule)
    {
        public FaultRule Rule => rule;

        public long Count { get; set; }
    }
}
