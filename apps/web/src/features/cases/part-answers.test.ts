import { describe, expect, it } from 'vitest';
import { answerName, offeredAnswers } from './part-answers.ts';

const agreed = { key: 'agree' as const, label: { zh: '已签收' } };
const stages = [{ key: 'visit' }, { key: 'sign-in', parts: { answers: [agreed] } }];
const at = (key: string | null) => ({
  type: { stages },
  stage: key === null ? null : { key, name: { zh: key } },
});

describe('the answers of a unit of the force', () => {
  it('are the stage’s own where it names them, else the common three', () => {
    expect(offeredAnswers(at('sign-in'))).toEqual([agreed]);
    expect(offeredAnswers(at('visit')).map(({ key, label }) => [key, label])).toEqual([
      ['done', null],
      ['agree', null],
      ['refuse', null],
    ]);
  });

  it('keep their name once the stage is over', () => {
    for (const key of ['sign-in', 'visit', null]) expect(answerName(at(key), 'agree')).toEqual({ zh: '已签收' });
    expect(answerName(at('sign-in'), 'refuse')).toBeNull();
  });
});
