import { describe, expect, it } from 'vitest';
import { areaTreeNodes } from './area-tree-nodes.ts';

describe('areaTreeNodes', () => {
  it('hangs children under parents, whatever the order, and loses none', () => {
    const tree = areaTreeNodes([
      { id: 'm', parentId: 'g', name: '第1微网格', level: 4 },
      { id: 's', parentId: null, name: '街道', level: 1 },
      { id: 'g', parentId: 's', name: '网格', level: 2 },
      { id: 'o', parentId: 'gone', name: '没有上级', level: 4 },
    ]);
    expect(tree.map((node) => node.key)).toEqual(['s', 'o']);
    expect(tree[0]?.children[0]?.children.map((node) => node.title)).toEqual(['第1微网格']);
  });
});
