import type { Random } from '../street/random.ts';

/** The hour of the picture: sky from top to horizon, and a wash over everything. */
export interface Light {
  name: 'morning' | 'noon' | 'overcast' | 'evening' | 'night';
  sky: readonly [string, string];
  wash: string;
  washOpacity: number;
}

const morning: Light = { name: 'morning', sky: ['#9cc7e8', '#fbe7cf'], wash: '#ffd9a0', washOpacity: 0.1 };
const noon: Light = { name: 'noon', sky: ['#6fb1e4', '#d6ecf8'], wash: '#ffffff', washOpacity: 0.03 };
const overcast: Light = { name: 'overcast', sky: ['#b7c0c7', '#dfe3e4'], wash: '#8b98a5', washOpacity: 0.16 };
const evening: Light = { name: 'evening', sky: ['#6d7fb3', '#f5b98a'], wash: '#f08a4b', washOpacity: 0.17 };
export const night: Light = { name: 'night', sky: ['#131d33', '#33405f'], wash: '#0d1630', washOpacity: 0.52 };

const daylights = [morning, noon, noon, overcast, overcast, evening];

export function pickDaylight(random: Random): Light {
  return random.pick(daylights);
}

/** A daylight, now and then the night. */
export function pickLight(random: Random): Light {
  return random.chance(0.1) ? night : pickDaylight(random);
}
