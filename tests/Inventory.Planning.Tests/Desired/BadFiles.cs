namespace Inventory.Planning.Tests;

/// <summary>Fleet files that cannot be read, and what is said of each.</summary>
internal static class BadFiles
{
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new(
            "wrong_type_of_a_section",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: [r]
            """,
            "3:8 rules: It must be an object, and is an array."),
        new(
            "wrong_type_of_a_rule",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: Daily }
            """,
            "3:13 rules.r: It must be an object, and is a text."),
        new(
            "wrong_type_in_a_rule",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, isEnabled: 1, destination: { bucket: d } } }
            """,
            "3:43 rules.r.isEnabled: It must be true or false without quotation marks, and is the number 1."),
        new(
            "wrong_type_of_a_name",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a, 7], rules: r }]
            """,
            "4:45 assignments[0].buckets[1]: It must be a text that is not empty, and is the number 7.",
            "4:56 assignments[0].rules: It must be a list, and is 'r'."),
        new(
            "wrong_type_of_an_assignment",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            assignments: [r]
            """,
            "3:15 assignments[0]: It must be an object with account, buckets and rules."),
        new(
            "wrong_type_of_from",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { from: [d], schedule: Daily, destination: { bucket: d } } }
            """,
            "3:21 rules.r.from: It must be a text in quotation marks, and is an array."),
        new(
            "wrong_type_of_the_file",
            true,
            """
            - version: 1
            """,
            "1:1 : A fleet file is an object with version, accounts, defaults, rules and assignments."),
        new(
            "unknown_key",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rule: {}
            """,
            "3:7 rule: There is no 'rule' here. Did you mean 'rules'? What there is: $schema, accounts, assignments, defaults, rules, version."),
        new(
            "unknown_key_of_an_account",
            true,
            """
            version: 1
            accounts: { east: { buckets: [], accessKeySecret: sssh } }
            """,
            "2:51 accounts.east.accessKeySecret: There is no 'accessKeySecret' here. What there is: buckets."),
        new(
            "unknown_key_of_a_rule",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { form: x, schedule: Daily, destination: { bucket: d } } }
            """,
            "3:21 rules.r.form: There is no 'form' here. What there is: destination, extensions, filter, from, includedObjectVersions, isEnabled, optionalFields, schedule."),
        new(
            "id_in_a_rule",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { id: r, sourceBucket: a, schedule: Daily, destination: { bucket: d } } }
            """,
            "3:19 rules.r.id: There is no 'id' here. What there is: destination, extensions, filter, from, includedObjectVersions, isEnabled, optionalFields, schedule.",
            "3:36 rules.r.sourceBucket: There is no 'sourceBucket' here. What there is: destination, extensions, filter, from, includedObjectVersions, isEnabled, optionalFields, schedule."),
        new(
            "unknown_extension",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d }, extensions: { north: {} } } }
            """,
            "3:81 rules.r.extensions.north: There is no extension 'north'. What there is: east, west."),
        new(
            "duplicate_id",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules:
              r: { schedule: Daily, destination: { bucket: d } }
              r: { schedule: Weekly, destination: { bucket: d } }
            """,
            "5:3 rules.r: The member 'r' is given more than once, first in line 4."),
        new(
            "duplicate_id_in_JSON",
            false,
            """
            { "version": 1, "accounts": {}, "rules": { "r": { "schedule": "Daily", "destination": { "bucket": "d" } },
            "r": {} } }
            """,
            "2:1 rules.r: The member 'r' is given more than once, first in line 1."),
        new(
            "duplicate_account_in_another_case",
            false,
            """
            version: 1
            accounts:
              east: { buckets: [a] }
              EAST: { buckets: [b] }
            """,
            "4:9 accounts.EAST: It is the account 'east' again: case makes no other account. List its buckets there."),
        new(
            "duplicate_bucket",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, a] } }
            """,
            "2:34 accounts.east.buckets[1]: The bucket 'a' is listed more than once. Leave it out here."),
        new(
            "duplicate_rule_in_an_assignment",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a], rules: [r, r] }]
            """,
            "4:57 assignments[0].rules[1]: The rule 'r' is named more than once. Leave it out here."),
        new(
            "one_rule_in_two_forms",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments:
              - { account: east, buckets: [a], rules: [r] }
              - { account: east, buckets: [b, a], rules: [r], accept: [schedule=Weekly] }
            """,
            "6:47 assignments[1].rules[0]: The bucket 'a' gets the rule 'r' in line 5 too, and not the same: 'set' or 'accept' differ. Leave the bucket out of one."),
        new(
            "unknown_account",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: est, buckets: [a], rules: [r] }]
            """,
            "4:26 assignments[0].account: There is no account 'est'. Did you mean 'east'? What there is: east."),
        new(
            "unknown_bucket",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [c], rules: [r] }]
            """,
            "4:42 assignments[0].buckets[0]: There is no bucket 'c' in the account 'east'. Did you mean 'a'? What there is: a, b."),
        new(
            "pattern_that_matches_nothing",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a, "x*"], rules: [r] }]
            """,
            "4:45 assignments[0].buckets[1]: There is no bucket like 'x*' in the account 'east'. What there is: a, b."),
        new(
            "pattern_as_a_bucket",
            false,
            """
            version: 1
            accounts: { east: { buckets: ["a*"] } }
            """,
            "2:31 accounts.east.buckets[0]: 'a*' is a pattern, and here stand names: no bucket is looked for. Patterns select from these names in assignments."),
        new(
            "unknown_rule",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a], rules: [q] }]
            """,
            "4:54 assignments[0].rules[0]: There is no rule 'q'. Did you mean 'r'? What there is: r."),
        new(
            "unknown_default",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            defaults: { base: { schedule: Daily } }
            rules: { r: { from: bas, destination: { bucket: d } } }
            """,
            "4:21 rules.r.from: There is no default 'bas'. Did you mean 'base'? What there is: base."),
        new(
            "cyclic_defaults",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            defaults:
              a: { from: b }
              b: { from: c }
              c: { from: a }
            rules: { r: { from: a } }
            """,
            "6:14 defaults.c.from: The defaults build on one another in a circle: a → b → c → a. Leave one 'from' of it out."),
        new(
            "default_on_itself",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            defaults: { a: { from: a } }
            """,
            "3:24 defaults.a.from: The defaults build on one another in a circle: a → a. Leave one 'from' of it out."),
        new(
            "Once",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: once, destination: { bucket: d } } }
            """,
            "3:25 rules.r.schedule: A rule that runs once is none to keep: it never comes to rest. Use put for it, or let it run again and again, such as Weekly."),
        new(
            "Once_accepted",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a], rules: [r], accept: [schedule=Once] }]
            """,
            "4:67 assignments[0].accept[0]: A rule that runs once is none to keep. Use put for it, or accept a schedule that repeats."),
        new(
            "no_acceptance",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a], rules: [r], accept: [everything] }]
            """,
            "4:67 assignments[0].accept[0]: 'everything' is not an acceptance: write drop=PATH or PATH=VALUE, such as drop=OptionalFields or schedule=Weekly."),
        new(
            "acceptance_of_nothing",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a], rules: [r], accept: [drop=Schedule] }]
            """,
            "4:67 assignments[0].accept[0]: 'drop=Schedule' drops nothing that a rule can do without. What can be dropped: Filter, Filter.Prefixes, Filter.LastModified, Filter.ObjectSize, Filter.StorageClasses, OptionalFields, Destination.Encryption, Extensions, OptionalFields[NAME], Extensions[KEY]."),
        new(
            "another_id_accepted",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a], rules: [r], accept: [Id=q] }]
            """,
            "4:67 assignments[0].accept[0]: A rule has the id that it is named by. Name another rule for these buckets."),
        new(
            "from_in_an_override",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: { bucket: d } } }
            assignments: [{ account: east, buckets: [a], rules: [r], set: { from: x } }]
            """,
            "4:71 assignments[0].set.from: An assignment builds on no defaults. Write the members out, or let the rule build on them."),
        new(
            "assignment_without_anything",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            assignments: [{}]
            """,
            "3:15 assignments[0].account: It is required and missing.",
            "3:15 assignments[0].buckets: It is required and missing.",
            "3:15 assignments[0].rules: It is required and missing."),
        new(
            "assignment_of_nothing",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            assignments: [{ account: east, buckets: [], rules: [] }]
            """,
            "3:41 assignments[0].buckets: It names none. Name one, or leave the assignment out.",
            "3:52 assignments[0].rules: It names none. Name one, or leave the assignment out."),
        new(
            "missing_member_of_a_rule",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { destination: {} } }
            """,
            "3:13 rules.r.schedule: It is required and missing. What there is: Daily, EveryThreeDays, Weekly, Monthly(15), EveryThirtyDays, Once.",
            "3:28 rules.r.destination.bucket: It is required and missing."),
        new(
            "empty_names",
            true,
            """
            version: 1
            accounts: { "": { buckets: [a] }, east: { buckets: [""] } }
            rules: { "": {} }
            """,
            "2:17 accounts: A name in it is empty. Write one.",
            "2:53 accounts.east.buckets[0]: It must be a text that is not empty, and is empty.",
            "3:14 rules: A name in it is empty. Write one."),
        new(
            "account_without_buckets",
            true,
            """
            version: 1
            accounts: { east: {} }
            """,
            "2:19 accounts.east.buckets: It is required and missing. List the names of the buckets; [] for none."),
        new(
            "no_accounts",
            true,
            """
            version: 1
            """,
            "1:1 accounts: It is required and missing. Name each account and list its buckets: no bucket is looked for."),
        new(
            "no_version",
            true,
            """
            accounts: {}
            """,
            "1:1 version: It is required and missing. Write version: 1."),
        new(
            "version_2",
            true,
            """
            version: 2
            accounts: 7
            unknown: 1
            """,
            "1:10 version: The file is of version 2, and version 1 is read here. Use a release that knows it, or write version: 1."),
        new(
            "version_as_a_text",
            true,
            """
            version: "1"
            accounts: {}
            """,
            "1:10 version: It must be the number 1, without quotation marks."),
        new(
            "an_alias",
            true,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            rules: { r: { schedule: Daily, destination: &d { bucket: d } }, q: { schedule: Daily, destination: *d } }
            """,
            "3:45 rules.r.destination: It is marked '&d' to be repeated elsewhere, and such anchors are not read. Leave the mark out.",
            "3:100 rules.q.destination: '*d' stands for a value elsewhere, and such aliases are not read. Write the value out."),
        new(
            "no_YAML",
            false,
            """
            version: 1
            accounts: }
            """,
            "2:11 : It is not YAML: While parsing a node, did not find expected node content."),
        new(
            "no_JSON",
            false,
            """
            { "version": 1,
             "accounts": }
            """,
            "2:14 accounts: It is not JSON: Unexpected character encountered while parsing value: }."),
        new(
            "second_document",
            false,
            """
            version: 1
            accounts: { east: { buckets: [a, b] } }
            ---
            version: 1
            """,
            "3:1 : There is a second document in the file, and a file holds one. Write each into a file of its own."),
    ];
}
