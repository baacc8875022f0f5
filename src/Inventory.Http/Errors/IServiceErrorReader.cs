namespace Inventory.Http;

/// <summary>Reads a service's error answers. Pure and safe for use by several threads at once.</summary>
public interface IServiceErrorReader
{
    /// <summary>The header in which the service names a request, in every answer.</summary>
    string RequestIdHeader { get; }

    /// <summary>
    /// Reads an answer that is no success, or a success that may be an error in truth: see <see cref="ServiceError.IsRecognized"/>. Whatever it holds, this
    /// returns and does not throw: a body that makes no sense leaves the members null. A body that could not be read to its end is given as an empty one.
    /// </summary>
    ServiceError Read(ErrorResponse response);
}
