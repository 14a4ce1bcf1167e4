import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCard, writeCard } from './partner-card.ts';

const key = 'A'.repeat(43);

describe('a card', () => {
  it('is read as it was written, with stray spaces and empty lines around it', () => {
    const name = fc.stringMatching(/^[^\s](?:[^\n\r]*[^\s])?$/);
    fc.assert(
      fc.property(name, fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/), (n, siteCode) => {
        fc.pre(n.trim() === n && !/[\u2028\u2029]/.test(n));
        const card = { name: n, siteCode, baseUrl: 'https://south.example.cn', publicKey: key };
        expect(readCard(`\n  ${writeCard(card)} \n\n`)).toEqual(card);
      }),
    );
  });

  it.each([
    '',
    '南街道',
    `南街道\nsouth\nhttps://x.cn\n${key}\n多一行`,
    `南街道\nsouth\nftp://x.cn\n${key}`,
    '南街道\nsouth\nhttps://x.cn\nshort',
  ])('is not %j', (text) => expect(readCard(text)).toBeNull());
});
