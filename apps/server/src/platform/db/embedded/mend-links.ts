import { copyFileSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

type Link = { source: string; target: string };

/**
 * npm packs no symbolic links, so the server package lists them and restores them in an install script. Under
 * `--ignore-scripts` they are missing and the server does not load its ICU libraries; here they are put back.
 * @param packageFolder folder with `native/pg-symlinks.json`; both paths of a link are relative to it
 * @returns the links made now, empty when all were there
 * @throws the file system's error (EACCES, EROFS) when the folder cannot be written
 */
export function mendLinks(packageFolder: string): string[] {
  const made: string[] = [];
  for (const { source, target } of readLinks(packageFolder)) {
    const from = path.join(packageFolder, source);
    const to = path.join(packageFolder, target);
    if (existsSync(to) || !existsSync(from)) continue;
    rmSync(to, { force: true });
    try {
      symlinkSync(path.relative(path.dirname(to), from), to);
    } catch (error) {
      // Another process may mend at the same moment; Windows forbids links to ordinary users.
      if (existsSync(to)) continue;
      if (process.platform !== 'win32') throw error;
      copyFileSync(from, to);
    }
    made.push(target);
  }
  return made;
}

/** Links the package should have but has not. */
export function listMissingLinks(packageFolder: string): string[] {
  return readLinks(packageFolder)
    .filter((link) => existsSync(path.join(packageFolder, link.source)))
    .map((link) => link.target)
    .filter((target) => !existsSync(path.join(packageFolder, target)));
}

function readLinks(packageFolder: string): Link[] {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const entries: unknown = JSON.parse(readFileSync(list, 'utf8'));
  return Array.isArray(entries) ? entries.filter(isLink) : [];
}

function isLink(entry: unknown): entry is Link {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'source' in entry &&
    'target' in entry &&
    typeof entry.source === 'string' &&
    typeof entry.target === 'string'
  );
}
