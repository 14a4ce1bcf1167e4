import { describe, expect, it } from 'vitest';
import { metresBetween } from './metres-between.ts';
import { splitAddress } from './split-address.ts';

describe('splitAddress', () => {
  it.each([
    ['东方路1400弄8号3楼', '8号3楼', '东方路1400弄'],
    ['梅园一村12号楼2单元501室', '12号楼2单元501室', '梅园一村'],
    ['浦东南路500号', '浦东南路500号', ''],
    ['浦东南路500号A座17层', 'A座17层', '浦东南路500号'],
    ['福山路 33 弄 5 号 门口', '5 号 门口', '福山路 33 弄'],
    ['滨江大道绿地旁', '滨江大道绿地旁', ''],
    ['8号楼', '8号楼', ''],
    ['', '', ''],
  ])('%s', (address, near, far) => {
    expect(splitAddress(address)).toEqual({ near, far });
  });
});

describe('metresBetween', () => {
  it('agrees with one minute of latitude and with nothing', () => {
    expect(metresBetween({ lng: 121.5, lat: 31.2 }, { lng: 121.5, lat: 31.2 + 1 / 60 })).toBeCloseTo(1853, 0);
    expect(metresBetween({ lng: 121.5, lat: 31.2 }, { lng: 121.5, lat: 31.2 })).toBe(0);
  });
});
