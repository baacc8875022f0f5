namespace Inventory.Architecture.Tests;

/// <summary>What one project may reference. A name may end in <c>*</c>.</summary>
internal sealed record Layer
{
    /// <summary>Other projects of ours.</summary>
    public string[] Projects { get; init; } = [];

    /// <summary>Packages, which the project file names.</summary>
    public string[] Packages { get; init; } = [];

    /// <summary>Shared frameworks beside the base class library.</summary>
    public string[] Frameworks { get; init; } = [];

    /// <summary>Assemblies beyond those named as the packages above: of packages with other names, and of what a referenced project's own API shows.</summary>
    public string[] Assemblies { get; init; } = [];

    public bool AllowsProject(string name) => Matches(Projects, name);

    public bool AllowsPackage(string name) => Matches(Packages, name);

    public bool AllowsFramework(string name) => Matches(Frameworks, name);

    public bool AllowsAssembly(string name) => Matches([.. Projects, .. Packages, .. Assemblies], name);

    private static bool Matches(string[] patterns, string name) =>
        patterns.Any(p => p.EndsWith('*') ? name.StartsWith(p[..^1], StringComparison.Ordinal) : name == p);
}
