using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Inventory.Emulator.Http;

/// <summary>
/// What comes from a client. That it has no more to say is told once everything it said has been looked at, and not before: Kestrel cuts the connection of a
/// client that closes its side right behind a whole body. Not for concurrent use, as its kind.
/// </summary>
internal sealed class PatientReader(PipeReader inner) : PipeReader
{
    private ReadOnlySequence<byte> _buffer;
    private long _lookedAt;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => Patient(await inner.ReadAsync(cancellationToken));

    public override bool TryRead(out ReadResult result)
    {
        var isRead = inner.TryRead(out result);
        result = isRead ? Patient(result) : result;
        return isRead;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _lookedAt = _buffer.Slice(consumed, examined).Length;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private ReadResult Patient(ReadResult result)
    {
        _buffer = result.Buffer;
        return result.IsCompleted && _buffer.Length > _lookedAt ? new(_buffer, result.IsCanceled, isCompleted: false) : result;
    }
}
