import { expect, it } from 'vitest';
import { clockName } from './clock-name.ts';

it('a stage’s clock is called as its stage, every other by its own name', () => {
  const words = { read: (text: { zh: string }) => text.zh, own: '环节' };
  const stage = { name: { zh: '现场会' } };
  expect(clockName('stage', { stage }, words)).toBe('现场会');
  expect(clockName('stage', { stage: null }, words)).toBe('环节');
  expect(clockName('handle', { stage }, { ...words, own: '办理' })).toBe('办理');
});
