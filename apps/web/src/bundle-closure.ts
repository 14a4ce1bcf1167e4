/** The part of Vite's `manifest.json` that is read here: chunks by source path. */
export type BundleManifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly imports?: readonly string[];
      readonly dynamicImports?: readonly string[];
      readonly css?: readonly string[];
      readonly assets?: readonly string[];
    }
  >
>;

/**
 * All files that entry `key` (`field.html`) may load: scripts, styles and assets. `initial` follows what is
 * downloaded before anything happens; `all` follows lazy parts too. Paths are relative to the output folder.
 */
export function listClosure(manifest: BundleManifest, key: string, reach: 'initial' | 'all'): string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const waiting = [key];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const chunk = manifest[next];
    if (chunk === undefined || seen.has(next)) continue;
    seen.add(next);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    waiting.push(...(chunk.imports ?? []), ...(reach === 'all' ? (chunk.dynamicImports ?? []) : []));
  }
  return [...files];
}
