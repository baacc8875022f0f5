namespace Inventory.Http;

/// <summary>Reads a service's error answers. Pure and safe for use by several threads at once.</summary>
public interface IServiceErrorReader
{
    /// <summary>The header in which the service names a request, in every answer.</summary>
    string RequestIdHeader { get; }

    /// <summary>Reads an answer. Whatever it holds, this returns and does not throw: a body that makes no sense leaves the members null.</summary>
    ServiceError Read(ErrorResponse response);
}
