import { describe, expect, it } from 'vitest';
import { readDeletionRule } from './read-deletion-rule.ts';

describe('the rule behind a proof of deletion', () => {
  it.each([
    ['request', { kind: 'request' }],
    ['consent:volunteering', { kind: 'consent', purpose: 'volunteering' }],
    ['retention:contact:180', { kind: 'retention', days: 180 }],
    ['consent:something-else', { kind: 'other' }],
    ['by-hand', { kind: 'other' }],
  ])('reads %s', (rule, known) => {
    expect(readDeletionRule(rule)).toEqual(known);
  });
});
