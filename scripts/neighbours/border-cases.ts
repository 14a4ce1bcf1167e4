import { toPosition } from '../demo/street/projection.ts';
import { eastBoundary } from '../demo/street/skeleton.ts';

export type SideName = 'west' | 'east';
export interface BorderCase {
  from: SideName;
  typeCode: 'loc-72' | 'loc-73';
  words: string;
  section: string;
  /** Share of the border from its northern end. */
  along: number;
  address: string;
  summary: string;
  ourPart: string;
  theirPart: string;
  /** Words that go along the day it is shared, from either side. */
  said?: { by: SideName; words: string };
  /** The other side's unit has it in hand. */
  taken?: true;
}

export const borderCases: readonly BorderCase[] = [
  {
    from: 'west',
    typeCode: 'loc-72',
    words: '源深路中间的路面塌了一块，两个方向的车都要绕着走，晚上看不清很危险',
    section: 'road-2',
    along: 0.4,
    address: '源深路西侧，商城路口往南约80米',
    summary: '源深路第2段中线两侧路面塌陷约4平方米，东西两侧车道都受影响',
    ourPart: '西侧车道先围挡，再修复路面',
    theirPart: '东侧车道围挡和修复，约定同一天施工',
    said: { by: 'west', words: '西侧今天已经围挡，请东侧也先放锥桶。周四上午能一起施工吗？' },
  },
  {
    from: 'west',
    typeCode: 'loc-73',
    words: '源深路南头夜里有人倒装修垃圾，一半在我们这边一半在对面，已经两次了',
    section: 'road-4',
    along: 0.86,
    address: '源深路南段人行道',
    summary: '源深路第4段夜间偷倒装修垃圾，两侧人行道各约2立方米',
    ourPart: '清走西侧，调看西侧路口录像',
    theirPart: '清走东侧，夜间一起巡查一周',
    said: { by: 'east', words: '东侧已派城管中队，今晚22点起巡查，请西侧也安排人。' },
    taken: true,
  },
  {
    from: 'west',
    typeCode: 'loc-72',
    words: '下雨以后源深路北口积水，走路要蹚过去，水好像是从对面流过来的',
    section: 'road-1',
    along: 0.12,
    address: '源深路北口',
    summary: '源深路第1段雨后积水约30平方米，最低处在路中线',
    ourPart: '疏通西侧三处雨水口',
    theirPart: '检查东侧雨水管是否堵塞',
  },
  {
    from: 'east',
    typeCode: 'loc-72',
    words: '源深路第3段路灯杆下面的路缘石松了，电动车容易被绊倒',
    section: 'road-3',
    along: 0.62,
    address: '源深路东侧公交站旁',
    summary: '源深路第3段公交站旁路缘石松动约6米，延伸到路西侧',
    ourPart: '修东侧3米，公交站一段先围挡',
    theirPart: '修西侧3米',
  },
];

/** A spot beside the border road, on one side of it. */
export function besideBorder(side: SideName, along: number): { lng: number; lat: number } {
  const steps = eastBoundary.length - 1;
  const at = Math.min(steps - 1, Math.floor(along * steps));
  const [from, to] = [eastBoundary[at], eastBoundary[at + 1]];
  if (!from || !to) throw new Error('the street has no eastern edge');
  const share = along * steps - at;
  const metres = side === 'west' ? -30 : 30;
  const [lng, lat] = toPosition([from[0] + (to[0] - from[0]) * share + metres, from[1] + (to[1] - from[1]) * share]);
  return { lng, lat };
}
