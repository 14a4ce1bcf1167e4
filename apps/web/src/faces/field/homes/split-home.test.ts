import { describe, expect, it } from 'vitest';
import { byBuilding, splitHome } from './split-home.ts';

describe('splitHome', () => {
  it('cuts after the building', () => {
    expect(splitHome('栖霞路64弄17号102室')).toEqual({ building: '栖霞路64弄17号', room: '102室' });
    expect(splitHome('东方路1400弄3号楼底层东间')).toEqual({ building: '东方路1400弄3号楼', room: '底层东间' });
  });

  it('leaves what has no room', () => {
    expect(splitHome('栖霞路64弄17号')).toEqual({ building: '栖霞路64弄17号', room: '' });
    expect(splitHome('门卫室')).toEqual({ building: '门卫室', room: '' });
  });
});

describe('byBuilding', () => {
  it('counts as people count: 2 before 10', () => {
    const groups = byBuilding([{ name: '路10号101室' }, { name: '路2号1102室' }, { name: '路2号302室' }]);
    expect(groups.map(({ building, homes }) => [building, homes.map(({ room }) => room)])).toEqual([
      ['路2号', ['302室', '1102室']],
      ['路10号', ['101室']],
    ]);
  });
});
