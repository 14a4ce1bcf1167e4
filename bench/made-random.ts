/** Chance and places for made-up messages; the same seed gives the same. */
export function madeRandom(seed: number) {
  let state = seed * 2_654_435_761;
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
  };
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const area = () =>
    `${pick(['A市', 'A市', 'B市', '西地省'])}${pick(['A', 'B', 'C', 'K'])}${1 + Math.floor(random() * 9)}${pick(['区', '县', '市'])}`;
  const place = () =>
    random() < 0.5
      ? area()
      : `${area()}${pick(['文景', '阳光', '月亮', '盛世', '金桥', '东湖', '紫薇', '龙泉', '梅溪', '长丰'])}${pick(['小区', '路', '街道', '镇', '村', '花园'])}`;
  return { random, pick, area, place };
}
