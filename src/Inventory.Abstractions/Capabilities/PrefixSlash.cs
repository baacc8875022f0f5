namespace Inventory;

/// <summary>What a provider's documents advise about a slash at the end of a destination prefix.</summary>
public enum PrefixSlash
{
    /// <summary>Nothing.</summary>
    Indifferent = 0,

    /// <summary>Leave it out: the service puts one there itself, and keys would hold two.</summary>
    LeaveOut = 1,

    /// <summary>Put it there: whether the service does is not known, and the prefix might run into what follows.</summary>
    PutThere = 2,
}
