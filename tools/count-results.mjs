// Adds up build/results: checks.tsv (our own checks) and one JSON file per suite of suites.txt (GoogleTest, Vitest or
// Playwright). Ends with the line `N passed, N failed` and exits 1 when something failed or a suite ran no test.
import { existsSync, readFileSync } from "node:fs";

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };

const lines = (name) =>
  existsSync(`${folder}/${name}`) ? readFileSync(`${folder}/${name}`, "utf8").split("\n").filter(Boolean) : [];

function counts(report) {
  if ("testsuites" in report) {
    const tests = report.testsuites.flatMap((suite) => suite.testsuite ?? []);
    const ran = tests.filter((test) => test.status === "RUN" && test.result !== "SKIPPED");
    const failed = ran.filter((test) => test.failures?.length > 0).length;
    return { passed: ran.length - failed, failed, skipped: tests.filter((test) => test.result === "SKIPPED").length };
  }
  if ("numTotalTests" in report) {
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
  }
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

function countSuite(name) {
  const path = `${folder}/${name}.json`;
  const crashed = { passed: 0, failed: 1, skipped: 0 };
  const found = existsSync(path) ? counts(JSON.parse(readFileSync(path, "utf8"))) : crashed;
  if (found.passed + found.failed === 0) {
    console.log(`${name}: no test ran`);
    found.failed = 1;
  }
  return found;
}

const outcomes = lines("checks.tsv").map((line) => (line.endsWith("\tpassed") ? { passed: 1 } : { failed: 1 }));
for (const found of [...outcomes, ...lines("suites.txt").map(countSuite)]) {
  for (const key of Object.keys(total)) total[key] += found[key] ?? 0;
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
