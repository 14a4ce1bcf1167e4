import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { seededRandom, shuffle } from '../packages/domain/src/sorting/seeded-random.ts';

// Real Chinese texts with natural classes, from packages of Debian: tsx bench/debian-texts.ts FOLDER OUT SEED. FOLDER holds what was unpacked of them (`apt-get download`,
// `dpkg-deb -x`; docs/sorting.md names them). Writes OUT/NAME-SEED.train.csv and .test.csv for each set found. Pieces of one page lie on one side only.
interface Piece {
  page: string;
  text: string;
  label: string;
}

const testShare = 0.25;
const fewestHan = 0.4;
const wanted = { least: 100, most: 350 };

/** Pages of the help of LibreOffice, by the program they are about. */
async function office(folder: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const programs = ['swriter', 'scalc', 'simpress', 'sbasic', 'sdatabase', 'schart', 'smath', 'shared'];
  for (const path of await pathsIn(folder, /help\/zh-CN\/text\/.*\.html$/)) {
    const named = /zh-CN\/text\/([a-z]+)\//.exec(path)?.[1] ?? '';
    if (!programs.includes(named)) continue;
    const html = await readFile(path, 'utf8');
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? '';
    const body = /id="DisplayArea"[^>]*>([\s\S]*?)<\/body>/.exec(html)?.[1] ?? '';
    const lines = body
      .replace(/<(script|style|header|footer)[\s\S]*?<\/\1>/g, '')
      .split(/<\/(?:p|h\d|li|td|th)>/)
      .map((line) => plainOf(line.replace(/<[^>]*>/g, '')));
    for (const text of cut(lines)) pieces.push({ page: path, text: `${title}\n${text}`, label: named });
  }
  return pieces;
}

/** Pages of the manual, by section. */
async function manuals(folder: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const path of await pathsIn(folder, /zh_CN\/man[1-8]\/[^/]+\.gz$/)) {
    const lines = gunzipSync(await readFile(path))
      .toString('utf8')
      .split(/\n/)
      .filter((line) => !/^[.']\s*(\\"|TH|SH "?(?:NAME|名))/.test(line))
      .map((line) =>
        plainOf(
          line
            .replace(/^[.'][A-Za-z]+/, '')
            .replace(/\\f.|\\[&|^]/g, '')
            .replace(/\\-/g, '-'),
        ),
      );
    for (const text of cut(lines))
      pieces.push({ page: basename(path), text, label: `man${/man(\d)\/[^/]+$/.exec(path)?.[1] ?? ''}` });
  }
  return pieces.filter(({ label }) => ['man1', 'man3', 'man5', 'man7', 'man8'].includes(label));
}

/** What is told in campaigns of Wesnoth, by campaign. */
async function campaigns(folder: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const path of await pathsIn(folder, /zh_CN\/LC_MESSAGES\/wesnoth-(httt|utbs|nr|trow|did|tsg|sof|low)\.mo$/)) {
    const label = /wesnoth-(\w+)\.mo$/.exec(path)?.[1] ?? '';
    cut(readCatalogue(await readFile(path)), 60).forEach((text, i) => {
      pieces.push({ page: `${label}${i}`, text, label });
    });
  }
  return pieces;
}

/** Lyrics of the Song by who wrote them: the package chinese-poetry of npm. */
async function lyrics(folder: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const path of await pathsIn(folder, /songci\/ci\.song\.\d+\.json$/)) {
    const all: { author: string; paragraphs: string[]; rhythmic: string }[] = JSON.parse(await readFile(path, 'utf8'));
    for (const { author, paragraphs, rhythmic } of all)
      pieces.push({
        page: paragraphs.join(''),
        text: `${rhythmic}\n${paragraphs.join('')}`,
        label: author,
      });
  }
  const counts = new Map<string, number>();
  for (const { label } of pieces) counts.set(label, (counts.get(label) ?? 0) + 1);
  const known = [...counts]
    .filter(([label]) => !/无名氏|□/.test(label))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 7)
    .map(([label]) => label);
  return pieces.filter(({ label }) => known.includes(label));
}

/** Translations in a catalogue of gettext. */
function readCatalogue(bytes: Buffer): string[] {
  const count = bytes.readUInt32LE(8);
  const table = bytes.readUInt32LE(16);
  return Array.from({ length: count }, (_, i) => {
    const length = bytes.readUInt32LE(table + i * 8);
    const at = bytes.readUInt32LE(table + i * 8 + 4);
    return plainOf(bytes.toString('utf8', at, at + length).replace(/<[^>]*>/g, ''));
  }).slice(1);
}

function plainOf(text: string): string {
  return text
    .replace(/&(?:nbsp|lt|gt|amp|quot|#\d+);/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lines put together to pieces of a message's length; those hardly in Chinese are left out. */
function cut(lines: readonly string[], least = wanted.least): string[] {
  const pieces: string[] = [];
  let now = '';
  for (const line of lines) {
    if ((line.match(/\p{Script=Han}/gu)?.length ?? 0) < line.length * fewestHan) continue;
    now = now === '' ? line : `${now} ${line}`;
    if (now.length < least) continue;
    pieces.push(now.slice(0, wanted.most));
    now = '';
  }
  return pieces;
}

async function pathsIn(folder: string, wantedPath: RegExp): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => wantedPath.test(path))
    .sort();
}

function csvOf(pieces: readonly Piece[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `text,label\n${pieces.map(({ text, label }) => `${cell(text)},${cell(label)}\n`).join('')}`;
}

const [folder = '.', out = '.', seed = '1'] = process.argv.slice(2);
await mkdir(out, { recursive: true });
for (const [name, read] of Object.entries({ office, manuals, campaigns, lyrics })) {
  const pieces = [...new Map((await read(folder)).map((piece) => [piece.text, piece])).values()];
  if (pieces.length === 0) continue;
  const pages = [...new Set(pieces.map(({ page }) => page))];
  const order = shuffle(
    Int32Array.from({ length: pages.length }, (_, i) => i),
    seededRandom(Number(seed)),
  );
  const tested = new Set(Array.from(order.slice(0, Math.round(pages.length * testShare)), (i) => pages[i]));
  const test = pieces.filter(({ page }) => tested.has(page));
  const train = pieces.filter(({ page }) => !tested.has(page));
  await writeFile(join(out, `${name}-${seed}.train.csv`), csvOf(train));
  await writeFile(join(out, `${name}-${seed}.test.csv`), csvOf(test));
  const labels = new Set(pieces.map(({ label }) => label)).size;
  console.log(`${name}: ${labels} classes, ${train.length} to learn from, ${test.length} to test on`);
}
