using Microsoft.Extensions.Configuration;

namespace Inventory.Cli;

/// <summary>Where configuration comes from beside the command line.</summary>
internal static class ConfigurationSources
{
    private const string DefaultFile = "appsettings.json";

    /// <summary>Whether anything but the name of a provider is said anywhere.</summary>
    public static bool IsAnythingSaid(ProviderChoice choice) =>
        choice.Provider is null || choice.ConfigFile is not null || choice.Emulator is not null || choice.Flags.Count > 0
        || File.Exists(DefaultFile)
        || Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(name => name.StartsWith("Inventory", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the file, and over it the environment.</summary>
    /// <param name="file">The file; null for the one in the working directory, if it is there.</param>
    /// <exception cref="InventoryException">Of kind <see cref="InventoryErrorKind.InvalidConfiguration"/>: it is not there, or is not JSON.</exception>
    public static IConfigurationRoot Read(string? file)
    {
        if (file is not null && !File.Exists(file))
        {
            throw Problem($"--config: there is no file '{file}'.", null);
        }

        var path = file ?? (File.Exists(DefaultFile) ? DefaultFile : null);
        try
        {
            var builder = new ConfigurationBuilder();
            using var stream = path is null ? Stream.Null : File.OpenRead(path);
            return (path is null ? builder : builder.AddJsonStream(stream)).AddEnvironmentVariables().Build();
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            throw Problem($"{path}: It cannot be read as configuration: {(e.InnerException ?? e).Message}", e);
        }
    }

    private static InventoryException Problem(string message, Exception? cause) => new(InventoryErrorKind.InvalidConfiguration, message, cause);
}
