namespace Inventory;

/// <summary>A change that a put makes to a rule because the settings accept it.</summary>
/// <param name="Bucket">The source bucket.</param>
/// <param name="RuleId">The rule, by the id that it was put with.</param>
/// <param name="Violation">What is changed, of kind <see cref="RuleViolationKind.AcceptedChange"/>.</param>
public sealed record AcceptedChange(string Bucket, string RuleId, RuleViolation Violation);
