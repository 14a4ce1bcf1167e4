import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files of the repository that git tracks or would track (new and not ignored), relative to `root`, with `/`, sorted.
 * Deleted but still tracked files are left out. Throws when git cannot be asked.
 */
export function listRepositoryFiles(root: string): string[] {
  const out = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = [...new Set(out.split('\0').filter((file) => file !== ''))].sort();
  if (files.length === 0) throw new Error(`git lists no files under ${root}`);
  return files.filter((file) => existsSync(join(root, file)));
}
