import { describe, expect, it } from 'vitest';
import { listClosure } from './bundle-closure.ts';

const manifest = {
  'field.html': { file: 'field.js', imports: ['_shared.js'], dynamicImports: ['map.tsx'], css: ['field.css'] },
  '_shared.js': { file: 'shared.js', imports: ['field.html'] },
  'map.tsx': { file: 'map.js', imports: ['_shared.js'], assets: ['worker.mjs'] },
  'office.html': { file: 'office.js', imports: ['_shared.js'] },
};

describe('listClosure', () => {
  it('follows imports once, around cycles, and lazy parts only when asked', () => {
    expect(listClosure(manifest, 'field.html', 'initial').sort()).toEqual(['field.css', 'field.js', 'shared.js']);
    expect(listClosure(manifest, 'field.html', 'all').sort()).toEqual([
      'field.css',
      'field.js',
      'map.js',
      'shared.js',
      'worker.mjs',
    ]);
  });

  it('is empty for an entry that is not there', () => {
    expect(listClosure(manifest, 'nowhere.html', 'all')).toEqual([]);
  });
});
