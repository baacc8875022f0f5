using Kit = Inventory.Conformance.HttpInventoryServiceConformance;

namespace Inventory.Conformance.Tests;

/// <summary>What goes wrong between an adapter and its wire.</summary>
internal static class HttpSaboteurs
{
    private const string AsInventoryException = "must end as an InventoryException";
    private const string HowOften = "how often it is asked";
    private const string Feature = nameof(Kit.A_feature_comes_back_as_it_was_sent_and_one_that_is_not_offered_is_not_sent);
    private const string Tells = "tells a secret or a signature";

    public static IReadOnlyList<HttpSaboteur> All { get; } =
    [
        new(nameof(Kit.What_the_fixture_answers_is_read_as_what_it_means), "reads every rule as one that is not enabled", "Expected", w => w with { Read = r => r with { IsEnabled = false } }),
        new(nameof(Kit.What_the_fixture_answers_is_read_as_what_it_means), "takes no answer for a success", "does not succeed over the handler", w => w with { IsSuccess = _ => false }),
        new(nameof(Kit.What_the_fixture_answers_is_read_as_what_it_means), "deletes nothing", "Expected: null", w => w with { Around = s => new DeletingNothing(s) }),
        new(nameof(Kit.What_the_fixture_answers_is_read_as_what_it_means), "calls a new rule a replacement", "nothing was there before", w => w with
        {
            Around = s => new TellingOtherwise(s, r => r with { Outcome = PutOutcome.Replaced }),
        }),
        new(nameof(Kit.A_rule_that_the_service_does_not_have_is_null_for_find_and_done_for_delete), "fails to find it", "Expected", w => w with { FindsNothingWhereThereIsNoRule = false }),
        new(nameof(Kit.A_rule_that_the_service_does_not_have_is_null_for_find_and_done_for_delete), "fails to delete it", "Expected: null", w => w with { DeletesWhatIsNotThere = false }),
        new(nameof(Kit.A_put_tells_the_request_id_of_its_answer), "does not tell", "kit-request-", w => w with { Around = s => new TellingOtherwise(s, r => r with { RequestId = null }) }),
        new(nameof(Kit.Every_deviation_names_a_clause_and_says_why), "deviates from a clause that there is not", "no clause of the kit has this name", w => w)
        {
            Deviations = new Dictionary<string, string> { ["A_clause"] = "Because." },
        },
        new(nameof(Kit.Every_deviation_names_a_clause_and_says_why), "does not say why", "Expected: not null and not", w => w)
        {
            Deviations = new Dictionary<string, string> { [nameof(Kit.A_Retry_After_is_told_to_the_caller)] = "" },
        },

        new(Feature, "reads another schedule", "Expected", w => w with { Read = r => r with { Schedule = InventorySchedule.Daily } }),
        new(Feature, "drops what is not offered", "the put must be refused, and ended as a success", w => w with
        {
            Around = s => new PuttingLess(s, r => new() { Id = r.Id, IsEnabled = r.IsEnabled, Destination = new() { Bucket = r.Destination.Bucket }, Schedule = InventorySchedule.Weekly }),
        }),
        new(Feature, "looks first", "nothing may be sent", w => w with { Around = s => new LookingFirst(s) }),
        new(Feature, "enables no rule, and says so beforehand", "what a rule states may not get lost", w => w with { Around = s => new PuttingLess(s, r => r with { IsEnabled = false }) }),
        new(Feature, "has a fixture whose sample does not use the feature", "the sample must use the feature", w => w) { Samples = rule => rule },

        new(nameof(Kit.A_refusal_fails_in_its_kind_and_says_who_refused_what), "knows statuses and no codes", "404", w => w with { Kind = (status, _) => TinyErrors.ByStatus(status) }),
        new(nameof(Kit.A_refusal_fails_in_its_kind_and_says_who_refused_what), "calls everything unexpected", "But was:  Unexpected", w => w with { Kind = (_, code) => code is "NoRule" or "RuleExists" ? TinyErrors.Kind(0, code) : default }),
        new(nameof(Kit.A_refusal_fails_in_its_kind_and_says_who_refused_what), "does not say the status", "the status of the answer", Telling(e => Like(e, status: null))),
        new(nameof(Kit.A_refusal_fails_in_its_kind_and_says_who_refused_what), "does not say on which provider", "\"tiny\"", Telling(e => Like(e, e.HttpStatus, provider: null))),
        new(nameof(Kit.A_refusal_fails_in_its_kind_and_says_who_refused_what), "does not say in which bucket", "\"conformance-source\"", Telling(e => Like(e, e.HttpStatus, bucket: null))),
        new(nameof(Kit.A_refusal_fails_in_its_kind_and_says_who_refused_what), "says of a list that it is of a rule", "\"all\"", Telling(e => Like(e, e.HttpStatus, ruleId: "all"))),
        new(nameof(Kit.A_refusal_names_the_last_request_and_says_how_many_there_were), "names no request", "the request id of", Telling(e => Like(e, e.HttpStatus, requestId: null))),
        new(nameof(Kit.A_refusal_names_the_last_request_and_says_how_many_there_were), "counts one attempt and no more", "the attempts of Unavailable", Telling(e => Like(e, e.HttpStatus, attempts: 1))),
        new(nameof(Kit.What_may_pass_is_asked_again_a_bounded_number_of_times_and_what_will_not_is_asked_once), "asks once", HowOften, w => w with { MaxAttempts = 1 }),
        new(nameof(Kit.What_may_pass_is_asked_again_a_bounded_number_of_times_and_what_will_not_is_asked_once), "asks for ever", "has not come to an end", w => w with { MaxAttempts = int.MaxValue }),
        new(nameof(Kit.What_may_pass_is_asked_again_a_bounded_number_of_times_and_what_will_not_is_asked_once), "asks again whatever the answer", HowOften, w => w with { IsAskedAgain = _ => true }),
        new(nameof(Kit.What_may_pass_is_asked_again_a_bounded_number_of_times_and_what_will_not_is_asked_once), "calls nothing transient that it has asked for several times", "callers ask again what is transient",
            Telling(e => e.IsTransient ? new(InventoryErrorKind.Unexpected, e.Message) : e)),

        new(nameof(Kit.A_call_that_is_answered_the_second_time_succeeds), "asks once", "must be asked again", w => w with { MaxAttempts = 1 }),
        new(nameof(Kit.Between_attempts_there_is_a_wait_on_the_clock_that_the_service_was_given), "waits on the machine's clock", "with the TimeProvider", w => w with
        {
            Waiting = _ => TimeProvider.System,
            FirstWait = TimeSpan.FromTicks(1),
        }),
        new(nameof(Kit.Between_attempts_there_is_a_wait_on_the_clock_that_the_service_was_given), "does not wait", "must wait before it asks again", w => w with { FirstWait = TimeSpan.Zero }),
        new(nameof(Kit.A_Retry_After_in_seconds_is_not_undercut), "reads dates alone", "asked for 7 s", w => w with { ReadsSecondsToWait = false }),
        new(nameof(Kit.A_Retry_After_that_is_a_date_is_not_undercut), "reads seconds alone", "asked for 7 s", w => w with { ReadsDateToWaitFor = false }),
        new(nameof(Kit.A_Retry_After_is_told_to_the_caller), "does not tell", "Expected: 00:00:07", Telling(e => Like(e, e.HttpStatus))),

        new(nameof(Kit.Where_no_answer_comes_the_call_ends_as_unavailable_after_a_bounded_number_of_attempts), "lets the client's exception through", AsInventoryException, w => w with { Lost = e => e }),
        new(nameof(Kit.Where_no_answer_comes_the_call_ends_as_unavailable_after_a_bounded_number_of_attempts), "calls it unexpected", "Expected: Unavailable", Telling(e => new(e.Message))),
        new(nameof(Kit.Where_no_answer_comes_the_call_ends_as_unavailable_after_a_bounded_number_of_attempts), "asks once", HowOften, w => w with { MaxAttempts = 1 }),
        new(nameof(Kit.Where_no_answer_comes_the_call_ends_as_unavailable_after_a_bounded_number_of_attempts), "waits for ever", "without a deadline", w => w with { HasDeadline = false }),
        new(nameof(Kit.Where_no_answer_comes_the_call_ends_as_unavailable_after_a_bounded_number_of_attempts), "does not say in which bucket", "\"conformance-source\"", Telling(e => Like(e, null, bucket: null))),
        new(nameof(Kit.A_call_whose_first_answer_is_lost_is_done_as_if_it_were_not), "asks once", HowOften, w => w with { MaxAttempts = 1 }),
        new(nameof(Kit.A_call_whose_first_answer_is_lost_is_done_as_if_it_were_not), "takes the rule that is gone for a failed delete", "Delete must succeed", w => w with { DeletesWhatIsNotThere = false }),
        new(nameof(Kit.A_put_that_only_creates_and_whose_first_answer_is_lost_has_created_its_own_rule), "takes its own rule for somebody else's", "Put must succeed", w => w with { CountsAttempts = false }),

        new(nameof(Kit.A_put_that_only_creates_and_whose_first_answer_is_lost_has_created_its_own_rule), "says that nothing has changed", "Expected: Created", w => w with
        {
            Around = s => new TellingOtherwise(s, r => r with { Outcome = PutOutcome.Unchanged }),
        }),
        new(nameof(Kit.A_success_that_cannot_be_read_is_a_malformed_answer_and_never_nothing), "takes it for nothing", AsInventoryException, w => w with { Malformed = (_, _) => null }),
        new(nameof(Kit.A_success_that_cannot_be_read_is_a_malformed_answer_and_never_nothing), "lets the reader's exception through", AsInventoryException, w => w with { Malformed = (e, _) => e }),
        new(nameof(Kit.A_success_that_cannot_be_read_is_a_malformed_answer_and_never_nothing), "calls it unexpected", "Expected: MalformedResponse", Telling(e => Like(e, null, kind: InventoryErrorKind.Unexpected))),
        new(nameof(Kit.A_success_that_cannot_be_read_is_a_malformed_answer_and_never_nothing), "does not say in which bucket", "\"conformance-source\"", Telling(e => Like(e, null, bucket: null))),
        new(nameof(Kit.A_success_that_cannot_be_read_is_a_malformed_answer_and_never_nothing), "lists what it knows from before", "must yield nothing", w => w with
        {
            Around = s => new ListingFromMemory(s),
        }),
        new(nameof(Kit.A_refusal_that_cannot_be_read_fails_all_the_same), "lets the reader's exception through", AsInventoryException, w => w with { MalformedRefusal = e => e }),
        new(nameof(Kit.A_refusal_that_cannot_be_read_fails_all_the_same), "does not say the status", "Expected: 400", Telling(e => Like(e, status: null))),
        new(nameof(Kit.A_refusal_that_cannot_be_read_fails_all_the_same), "asks fifty times where a gateway answers", HowOften, w => w with { MaxAttempts = 50 }),
        new(nameof(Kit.An_answer_without_end_is_not_read_past_a_bound), "reads whatever comes", "how much of the answer is read", w => w with { LongestAnswer = long.MaxValue }),
        new(nameof(Kit.An_answer_without_end_is_not_read_past_a_bound), "finds nothing where it gives up reading", AsInventoryException, w => w with { Around = s => new FindingNothing(s) }),
        new(nameof(Kit.A_redirect_to_another_host_is_not_followed_and_no_success), "follows it", "nothing may be sent to another host", w => w with { FollowsRedirects = true }),
        new(nameof(Kit.A_redirect_to_another_host_is_not_followed_and_no_success), "takes it for a success", AsInventoryException, w => w with { IsSuccess = status => status < 400 }),
        new(nameof(Kit.A_redirect_to_another_host_is_not_followed_and_no_success), "hopes fifty times for another answer", HowOften, w => w with { MaxAttempts = 50, IsAskedAgain = _ => true }),

        new(nameof(Kit.No_error_tells_a_secret_that_a_refusal_explains_itself_with), "quotes the service", Tells, w => w with { HidesSecretsInMessages = false }),
        new(nameof(Kit.No_error_tells_a_secret_that_stands_in_the_headers_of_a_refusal), "quotes the request's id", Tells, w => w with { HidesSecretsInRequestIds = false }),
        new(nameof(Kit.No_error_tells_a_secret_that_stands_in_an_answer_that_cannot_be_read), "quotes the answer", Tells, Quoting),
        new(nameof(Kit.No_error_tells_a_secret_that_stands_in_the_place_of_the_rules_id), "says which rule it found", Tells, w => w with
        {
            Read = r => r.Id.Contains(TinyTransport.Secret, StringComparison.Ordinal) ? throw new InventoryException(InventoryErrorKind.MalformedResponse, $"It is rule '{r.Id}'.") : r,
        }),
        new(nameof(Kit.No_error_tells_a_secret_that_a_failed_connection_names), "keeps the cause", Tells, w => w with { Lost = e => new InventoryException(InventoryErrorKind.Unavailable, "No answer.", e) }),

        new(nameof(Kit.No_error_tells_a_secret_that_a_failed_connection_names), "knows no failures", "or nothing is proved", w => w with { Around = s => new NeverFailing(s) }),
        new(nameof(Kit.A_call_that_is_cancelled_in_the_midst_of_any_request_ends_as_cancelled), "does not hear its caller", "cancelled in the midst of request 1", w => w with { ObservesTheCaller = false }),
        new(nameof(Kit.A_call_that_is_cancelled_in_the_midst_of_any_request_ends_as_cancelled), "takes its caller for a deadline", "cancelled in the midst of request 1", w => w with
        {
            KnowsTheCallerFromTheClock = false,
            MaxAttempts = 1,
        }),
        new(nameof(Kit.A_call_that_is_cancelled_in_the_midst_of_any_request_ends_as_cancelled), "sends nothing", "must send something", w => w with { Around = s => new DeletingNothing(s) }),
        new(nameof(Kit.A_replacement_that_is_cancelled_in_the_midst_of_any_request_leaves_the_old_rule_or_the_new_one), "says that it took too long", "TimeoutException", w => w with
        {
            Around = s => new TakingTooLong(s),
        }),
        new(nameof(Kit.A_replacement_that_is_cancelled_in_the_midst_of_any_request_leaves_the_old_rule_or_the_new_one), "deletes first, and gives up between", "But was:  null", w => w with
        {
            Around = s => new CarelessReplacement(s),
        }),
    ];

    private static TinyWays Quoting(TinyWays ways) => ways with
    {
        Malformed = (_, body) => new InventoryException(InventoryErrorKind.MalformedResponse, $"It cannot be read: {body}"),
    };

    private static Func<TinyWays, TinyWays> Telling(Func<InventoryException, InventoryException> tell) => ways => ways with { Tell = tell };

    private static InventoryException Like(
        InventoryException e, int? status, string? provider = "tiny", string? bucket = "conformance-source", string? ruleId = "", string? requestId = "", int attempts = 0, InventoryErrorKind? kind = null) =>
        new(kind ?? e.Kind, e.Message)
        {
            HttpStatus = status,
            Provider = provider,
            Bucket = bucket,
            RuleId = ruleId == "" ? e.RuleId : ruleId,
            RequestId = requestId == "" ? e.RequestId : requestId,
            Attempts = attempts == 0 ? e.Attempts : attempts,
        };
}
