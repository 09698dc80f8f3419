// @ts-check
/** Reads how many tests passed and failed from the runners' JSON reports. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults?: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Count}
 */
export function countVitest(report) {
  // A file that fails before its first test (a wrong import) has no failed test, and is a failure all the same.
  const broken = (report.testResults ?? []).filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} report
 * @returns {Count}
 */
export function countPlaywright({ stats, errors = [] }) {
  // Errors outside tests: a server that did not start, a file that did not load.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** Lines of an error that are said again at the end. */
const LINES = 12;

/**
 * What failed and how, for the end of the output: logs of a build machine are often cut to their last page.
 * @param {{ message?: string } | undefined} error
 */
function brief(error) {
  const plain = (error?.message ?? '').replace(/\u001b\[[0-9;]*m/g, '');
  return plain.trim().split('\n').slice(0, LINES).join('\n    ');
}

/**
 * @param {{ testResults?: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} report
 * @returns {string[]}
 */
export function failuresOfVitest({ testResults = [] }) {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`${name}\n    ${brief({ message: message ?? '' })}`];
      return failed.map(
        ({ fullName, failureMessages = [] }) =>
          `${name}: ${fullName}\n    ${brief({ message: failureMessages[0] ?? '' })}`,
      );
    });
}

/**
 * @typedef {{ title: string, specs?: { title: string, file: string, line: number, tests: { status: string, projectName: string, results: { errors?: { message?: string }[] }[] }[] }[], suites?: Suite[] }} Suite
 */

/**
 * @param {{ suites?: Suite[], errors?: { message?: string }[] }} report
 * @returns {string[]}
 */
export function failuresOfPlaywright({ suites = [], errors = [] }) {
  /** @type {(suite: Suite) => string[]} */
  const inSuite = ({ specs = [], suites: inner = [] }) => [
    ...specs.flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ projectName, results }) => {
          const error = results.flatMap((result) => result.errors ?? [])[0];
          return `[${projectName}] ${file}:${line} ${title}\n    ${brief(error)}`;
        }),
    ),
    ...inner.flatMap(inSuite),
  ];
  return [
    ...errors.map((error) => `outside the tests\n    ${brief(error)}`),
    ...suites.flatMap(inSuite),
  ];
}
