import { expect, it } from 'vitest';
import { createLog } from './log.ts';

it('says what a lost connection said, without the client that hangs on it', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const client = { parsedStatements: { q1: 'select 1' } };
  log.warn({ err: Object.assign(new Error('gone'), { code: '57P01', client }) }, 'a database connection was lost');
  expect(JSON.parse(lines.join(''))).toMatchObject({ level: 40, err: { message: 'gone', code: '57P01' } });
  expect(lines.join('')).not.toContain('parsedStatements');
});
