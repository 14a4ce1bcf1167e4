import { describe, expect, it } from 'vitest';
import { countTests } from './count-tests.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((t) => ({ status: t })) });
const report = (...testResults: ReturnType<typeof file>[]) => JSON.stringify({ testResults });

describe('countTests', () => {
  it.each([
    ['all good', true, report(file('passed', 'passed', 'passed')), { passed: 2, failed: 0, skipped: 0 }],
    ['one bad', false, report(file('failed', 'passed', 'failed')), { passed: 1, failed: 1, skipped: 0 }],
    ['one skipped', true, report(file('passed', 'passed', 'skipped')), { passed: 1, failed: 0, skipped: 1 }],
    [
      'a file that did not load',
      false,
      report(file('passed', 'passed'), file('failed')),
      { passed: 1, failed: 1, skipped: 0 },
    ],
    ['an unhandled error', false, report(file('passed', 'passed')), { passed: 1, failed: 1, skipped: 0 }],
    ['no tests at all', true, report(), { passed: 0, failed: 1, skipped: 0 }],
    ['no report', true, undefined, { passed: 0, failed: 1, skipped: 0 }],
    ['half a report', false, '{"testResults":[', { passed: 0, failed: 1, skipped: 0 }],
    ['null', false, 'null', { passed: 0, failed: 1, skipped: 0 }],
  ])('counts %s', (_, isGood, text, expected) => {
    expect(countTests({ isGood, report: text })).toEqual(expected);
  });
});
