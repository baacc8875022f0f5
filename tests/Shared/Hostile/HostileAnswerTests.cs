using System.Globalization;
using System.Net;
using System.Text;
using FsCheck.Fluent;
using Inventory.Emulator;
using Inventory.Http.Tests;
using Inventory.Tests.Faults;

namespace Inventory.Tests.Hostile;

/// <summary>
/// Every operation with every hostile answer at every one of its requests: the call fails in the right kind and with the request's id, or the answer stands,
/// and nothing is changed by what failed. Derive a fixture from it for each cloud.
/// </summary>
public abstract class HostileAnswerTests
{
    private const int Cases = 1_000;

    private readonly SocketsHttpHandler _connection = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly Dictionary<MatrixOperation, IReadOnlyList<(string Method, int Status)>> _undisturbed = [];
    private MatrixBed _bed = null!;

    public static IEnumerable<TestCaseData> Answers => HostileAnswers.All.Select(a => new TestCaseData(a).SetArgDisplayNames($"{a}"));

    public static IEnumerable<TestCaseData> Redirects => HostileRedirects.All.Select(a => new TestCaseData(a).SetArgDisplayNames($"{a}"));

    protected abstract HostileCloud Cloud { get; }

    [OneTimeSetUp]
    public async Task Start()
    {
        _bed = await MatrixBed.StartAsync(Cloud.Matrix);
        foreach (var operation in MatrixOperation.All)
        {
            var sent = new SentRequests(_connection);
            _ = await operation.Run(Connect(sent), _bed.NewBucket(operation), CancellationToken.None);
            _undisturbed[operation] = sent.All;
        }
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _connection.Dispose();
        await _bed.DisposeAsync();
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Whichever_request_it_answers_the_call_fails_in_the_right_kind_or_the_answer_stands(HostileAnswer answer)
    {
        var cells = await RunAsync(answer);

        Assert.That(string.Join('\n', cells.Select(c => c.Problem()).OfType<string>()), Is.Empty);
        Assert.That(cells, Has.Count.GreaterThanOrEqualTo(answer.IsSound ? 4 : 15));
    }

    [TestCaseSource(nameof(Redirects))]
    public async Task A_redirect_is_an_error_that_names_the_host_and_is_not_followed(HostileAnswer answer)
    {
        var cells = await RunAsync(answer);

        Assert.That(string.Join('\n', cells.Select(c => c.Problem()).OfType<string>()), Is.Empty);
        foreach (var failure in cells.Select(c => c.Refusal!))
        {
            Assert.That(failure.Message.Contains("Redirects are not followed", StringComparison.Ordinal), Is.EqualTo(answer.Status != 304), failure.Message);
            Assert.That(failure.Message.Contains($"'{HostileRedirects.Host}'", StringComparison.Ordinal), Is.EqualTo(answer.Status != 304 && HostileRedirects.NamesHost(answer)), failure.Message);
            Assert.That($"{failure}", Does.Not.Contain(HostileRedirects.Token));
        }
    }

    [TestCase(200, InventoryErrorKind.MalformedResponse)]
    [TestCase(403, InventoryErrorKind.AccessDenied)]
    public async Task What_a_callers_handler_decompresses_counts_as_it_is_read(int status, InventoryErrorKind kind)
    {
        var bomb = HostileContent.Gzip(new byte[16 * 1024 * 1024]);
        foreach (var operation in RuleOperation.All)
        {
            await using var server = new LoopbackServer(Compressed(status, bomb));
            using var handler = Decompressing(server);

            var failure = await operation.FailAsync(Connect(handler), EmulatorBucket.DefaultSource);

            Assert.That((failure.Kind, failure.HttpStatus, failure.RequestId), Is.EqualTo((kind, status, HostileAnswer.HeaderId)), $"{operation}: {failure.Message}");
            Assert.That(failure.Message, Does.Contain($"{HostileContent.MaxBytes} bytes"));
        }

        Assert.That(bomb, Has.Length.LessThan(HostileContent.MaxBytes), "compressed it is within the bound");
    }

    [Test]
    public async Task A_sound_answer_that_a_callers_handler_decompresses_is_read()
    {
        var document = _bed.Expected(MatrixBed.Listed, MatrixOperation.Old).Single(r => r.Id == MatrixOperation.Old.Id).Document;
        await using var server = new LoopbackServer(Compressed(200, HostileContent.Gzip(HostileContent.Utf8(document))));
        using var handler = Decompressing(server);
        var service = Connect(handler);

        var found = await service.FindAsync(MatrixBed.Listed, MatrixOperation.Old.Id);

        Assert.That(found, Is.EqualTo(service.Normalize(MatrixOperation.Old)));
    }

    [Test]
    public async Task Whatever_bytes_and_status_arrive_the_call_succeeds_or_fails_as_an_error_of_the_library()
    {
        RuleOperation[] operations = [RuleOperation.CreateOnly, RuleOperation.Find, RuleOperation.List, RuleOperation.Delete];
        var documents = _bed.Stored(MatrixBed.Listed).Take(1).Select(r => r.Document)
            .Concat([Cloud.Error("NoSuchBucket", HostileAnswer.BodyId), Cloud.Error("NoSuchInventoryConfiguration", null), Cloud.Stranger("AccessDenied", null)]);
        var answers = HostileBody.Of([.. documents]).SelectMany(
            _ => Gen.Elements(200, 200, 204, 206, 301, 304, 400, 403, 404, 409, 411, 418, 429, 500, 501, 503, 599),
            (body, status) => new HostileAnswer(body.ToString(), status) { Body = (_, _) => body.Bytes, Kind = (_, _) => null });
        var failures = 0;

        await PropertyRun.CheckAsync(Cases, answers, async answer =>
        {
            foreach (var operation in operations)
            {
                // One request is answered so; where another follows, the emulator answers it.
                var bucket = EmulatorBucket.DefaultDestination;
                var failure = await FailureAsync(operation.Run(Connect(new HostileHandler(_connection, Cloud, answer, number: 1)), bucket));

                failures += failure is null ? 0 : 1;
                Assert.That(failure, Is.Null.Or.InstanceOf<InventoryException>(), operation.Name);
                Assert.That((failure as InventoryException)?.HttpStatus, Is.Null.Or.EqualTo(answer.Status));
                Assert.That(failure is InventoryException { HttpStatus: not null, RequestId: null }, Is.False, $"{operation}: {failure}");
            }
        });

        Assert.That(failures, Is.InRange(Cases, (Cases * operations.Length) - (Cases / 10)), "some fail and some stand");
    }

    private static async Task<Exception?> FailureAsync(Task call)
    {
        try
        {
            await call;
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static SocketsHttpHandler Decompressing(LoopbackServer server)
    {
        var handler = Loopback.To(server.Authority.Port);
        handler.AutomaticDecompression = DecompressionMethods.All;
        return handler;
    }

    private string Compressed(int status, byte[] body) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status} Whatever\r\n{Cloud.RequestIdHeader}: {HostileAnswer.HeaderId}\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n")
        + Encoding.Latin1.GetString(body);

    private async Task<List<HostileCell>> RunAsync(HostileAnswer answer)
    {
        List<HostileCell> cells = [];
        foreach (var (operation, requests) in _undisturbed)
        {
            foreach (var number in Enumerable.Range(1, requests.Count))
            {
                var cell = new HostileCell(Cloud, answer, operation, number, requests[number - 1]);
                if (cell.IsMeant && (!operation.IsList || number == 1 || number == requests.Count))
                {
                    cells.Add(await RunAsync(cell));
                }
            }
        }

        return cells;
    }

    private async Task<HostileCell> RunAsync(HostileCell cell)
    {
        var handler = new HostileHandler(_connection, Cloud, cell.Answer, cell.Number);
        var service = Connect(handler);
        var bucket = _bed.NewBucket(cell.Operation);
        var before = _bed.Stored(bucket);
        var failure = await FailureAsync(cell.Operation.Run(service, bucket, CancellationToken.None));

        return cell with { Failure = failure, Sent = handler.Count, IsUntouched = _bed.Stored(bucket).SequenceEqual(before) };
    }

    private IInventoryService Connect(HttpMessageHandler handler) => Cloud.Matrix.Connect(
        _bed.Emulator, new MatrixCredentials(int.MaxValue), handler, new SkippingClock(), new() { MaxAttempts = 1, MaxResponseBytes = HostileContent.MaxBytes });
}
