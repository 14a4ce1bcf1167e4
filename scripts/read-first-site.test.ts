import { expect, it } from 'vitest';
import { readFirstSite } from './read-first-site.ts';

const args = ['--code=310115005', '--name=陆家嘴街道', '--admin=张三', '--login=admin'];

it('reads the first site, and names what is missing or wrong', () => {
  expect(readFirstSite(args)).toEqual({
    code: '310115005',
    name: '陆家嘴街道',
    admin: { name: '张三', login: 'admin' },
  });
  expect(readFirstSite(args.slice(1))).toMatchObject({ problem: expect.stringContaining('--code=… is missing') });
  expect(readFirstSite([...args, '--password=x'])).toMatchObject({ problem: expect.stringContaining('not known') });
  expect(readFirstSite([...args.slice(0, 3), '--login=Ad Min'])).toMatchObject({
    problem: expect.stringContaining('--login=Ad Min'),
  });
});
