import { describe, expect, it } from 'vitest';
import { createKeyLayer, nameOfPress, type Shortcut } from './key-layer.ts';

const press = { key: 'j', ctrlKey: false, metaKey: false, altKey: false };

function shortcut(keys: string, label: string): Shortcut {
  return { keys, label, group: 'list', run: () => {} };
}

describe('nameOfPress', () => {
  it.each([
    [{ ...press }, 'j'],
    [{ ...press, key: 'J' }, 'j'],
    [{ ...press, key: 'Enter' }, 'enter'],
    [{ ...press, key: 'Escape' }, 'esc'],
    [{ ...press, key: '?' }, '?'],
    [{ ...press, key: 'k', ctrlKey: true }, 'ctrl+k'],
    [{ ...press, key: 'k', metaKey: true }, 'ctrl+k'],
    [{ ...press, altKey: true }, null],
    [{ ...press, key: 'Process' }, null],
  ])('names %j', (given, name) => {
    expect(nameOfPress(given)).toBe(name);
  });
});

describe('createKeyLayer', () => {
  it('lets the latest claim win, and gives the key back when it leaves', () => {
    const layer = createKeyLayer();
    layer.add(() => [shortcut('d', 'list'), shortcut('j', 'down')]);
    const leave = layer.add(() => [shortcut('d', 'case')]);
    expect(layer.find('d')?.label).toBe('case');
    expect(layer.list().map((each) => each.keys)).toEqual(['d', 'j']);
    leave();
    leave();
    expect(layer.find('d')?.label).toBe('list');
    expect(layer.find('x')).toBeUndefined();
  });
});
