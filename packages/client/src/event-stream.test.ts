import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventStreamParser } from './event-stream.ts';

const stream =
  ': hello\nevent: snapshot\nid: 7\ndata: {"cursor":"7"}\n\nid: 8\r\nevent: change\r\ndata: a\r\ndata: b\r\n\r\ndata: 中文\n\nevent: lost\n\n';
const events = [
  { event: 'snapshot', data: '{"cursor":"7"}', id: '7' },
  { event: 'change', data: 'a\nb', id: '8' },
  { event: 'message', data: '中文', id: '8' },
];

describe('createEventStreamParser', () => {
  it('reads the same events however the stream is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 20 }), (cuts) => {
        const parse = createEventStreamParser();
        const at = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const read = at.slice(1).flatMap((end, index) => parse(stream.slice(at[index], end)));
        expect(read).toEqual(events);
      }),
    );
  });

  it('does not give an event before its empty line', () => {
    const parse = createEventStreamParser();
    expect(parse('data: 1\n')).toEqual([]);
    expect(parse('\n')).toHaveLength(1);
  });
});
