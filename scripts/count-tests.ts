type Report = { testResults: { status: string; assertionResults: { status: string }[] }[] };

/**
 * Counts a vitest run from its JSON report. `isGood` is whether vitest itself left with 0. A test file that could not be
 * loaded, a missing or empty report, and a complaint outside any test (an unhandled error) each count as one failure,
 * so that a broken run can never look green.
 */
export function countTests(run: { isGood: boolean; report: string | undefined }): {
  passed: number;
  failed: number;
  skipped: number;
} {
  const report = parseReport(run.report);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const statuses = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const failedTests = statuses.filter((status) => status === 'failed').length;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const known = failedTests + brokenFiles;
  const isUnexplained = known === 0 && (!run.isGood || passed === 0);
  return { passed, failed: isUnexplained ? 1 : known, skipped: statuses.length - passed - failedTests };
}

function parseReport(text: string | undefined): Report | undefined {
  if (text === undefined) return undefined;
  try {
    // The shape is vitest's documented JSON report; anything else is caught here and counted as a failed run.
    const report = JSON.parse(text) as Partial<Report> | null;
    return Array.isArray(report?.testResults) ? { testResults: report.testResults } : undefined;
  } catch {
    return undefined;
  }
}
