import type { CaseStage } from '@linli/domain';
import { expect, it } from 'vitest';
import { stageOptions } from './stage-options.ts';

const stage = (key: string, zh: string): CaseStage => ({
  ...{ key, name: { zh }, by: ['handler'], form: [], evidence: 0, notSameAs: [] },
  outcomes: [
    {
      key: 'on',
      label: { zh: '下一步' },
      to: 'handled',
      reason: false,
      childrenClosed: false,
      fileComplete: false,
      publish: false,
    },
  ],
});

it('offers each stage once, under every name it goes by', () => {
  const types = [
    { name: { zh: '调解' }, stages: [stage('sign', '签订'), stage('file', '归档')] },
    { name: { zh: '信访' }, stages: [stage('sign', '签发'), stage('file', '归档')] },
    { name: { zh: '路灯' }, stages: [] },
  ];
  expect(stageOptions(types, (text) => text.zh)).toEqual([
    { value: 'sign', label: '签订 / 签发' },
    { value: 'file', label: '归档' },
  ]);
});
