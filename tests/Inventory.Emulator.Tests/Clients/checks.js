// What both scripts share: checks that are counted, and names that lead to loopback.
'use strict';

const dns = require('dns');

let passed = 0;
const failures = [];

// The hosts of the vendors, of custom domains and of *.localhost: none of them has to exist.
dns.lookup = (host, options, done) => {
  const callback = typeof options === 'function' ? options : done;
  if (typeof options === 'object' && options.all) {
    callback(null, [{ address: '127.0.0.1', family: 4 }]);
  } else {
    callback(null, '127.0.0.1', 4);
  }
};

function check(name, holds, detail) {
  if (holds) {
    passed += 1;
  } else {
    failures.push(`${name}: ${detail}`);
  }
}

/** What an action gives; undefined, and a failure, where it throws. */
async function succeed(name, action, describe) {
  try {
    const value = await action();
    check(name, true);
    return value;
  } catch (error) {
    check(name, false, describe(error));
    return undefined;
  }
}

/** An action has to fail in one way; read tells status, code and request id of what it throws. */
async function fail(name, status, code, action, read) {
  try {
    await action();
    check(name, false, 'it succeeded');
  } catch (error) {
    const seen = read(error);
    check(name, seen.status === status && seen.code === code && Boolean(seen.requestId), JSON.stringify(seen));
  }
}

/** Runs the parts one after the other; the last line counts the checks, and the exit code is that of the whole. */
async function run(parts) {
  for (const [name, part] of parts) {
    try {
      await part();
    } catch (error) {
      check(name, false, error.stack || String(error));
    }
  }
  failures.forEach((failure) => console.log(failure));
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

module.exports = { check, succeed, fail, run };
