import type { Clock } from '../../../apps/server/src/platform/clock.ts';
import type { Files, StoredFile } from '../../../apps/server/src/platform/files/index.ts';
import { drawPhoto, type Phase, type PhotoKind, photoKinds } from '../photos/draw-photo.ts';

/** Stored pictures: every scene before and after. Cases of one kind take the scenes in turn, so neighbours in a list differ. */
export interface PhotoPool {
  files: readonly (StoredFile & { createdAt: Date })[];
  /** The hash of the n-th picture of a kind; n runs on over the end. */
  hashOf(kind: PhotoKind, n: number, phase: Phase): string;
}

const usualScenes = 4;
const moreScenes: Partial<Record<PhotoKind, number>> = { rubbish: 6, bikes: 5, other: 6, lamp: 2, lift: 3 };
const atOnce = 2;

/** Draws and stores the pool: about 90 pictures, 2.3 s on two idle cores. The same content is stored once, so it may run again. */
export async function drawPhotoPool(files: Pick<Files, 'put'>, clock: Clock): Promise<PhotoPool> {
  const scenes = photoKinds.flatMap((kind) =>
    Array.from({ length: moreScenes[kind] ?? usualScenes }, (_, n) =>
      (['before', 'after'] as const).map((phase) => ({ kind, n, phase })),
    ).flat(),
  );
  const stored = new Map<string, StoredFile & { createdAt: Date }>();
  const waiting = [...scenes];
  const draw = async (): Promise<void> => {
    for (let scene = waiting.pop(); scene; scene = waiting.pop()) {
      const picture = await drawPhoto(scene.kind, scene.n * 31 + 5, scene.phase);
      const file = await files.put(picture, { kind: 'photo' });
      stored.set(keyOf(scene.kind, scene.n, scene.phase), { ...file, createdAt: clock.now() });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, draw));
  const unique = new Map([...stored.values()].map((file) => [file.hash, file]));
  return {
    files: [...unique.values()].sort((a, b) => a.hash.localeCompare(b.hash)),
    hashOf(kind, n, phase) {
      const file = stored.get(keyOf(kind, n % (moreScenes[kind] ?? usualScenes), phase));
      if (!file) throw new Error(`no picture of ${kind}`);
      return file.hash;
    },
  };
}

function keyOf(kind: PhotoKind, n: number, phase: Phase): string {
  return `${kind}/${n}/${phase}`;
}
