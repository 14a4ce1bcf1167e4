import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';

export interface Place {
  line: number;
  column: number;
}
export interface YamlFault extends Place {
  code: 'yaml-unreadable' | 'yaml-too-many-aliases' | 'yaml-too-deep';
  detail: string;
}
export type ReadYaml =
  | { ok: true; value: unknown; placeOf(path: string, at?: 'key' | 'value'): Place }
  | { ok: false; faults: YamlFault[] };

/** More unfolded nodes than this is an attack or a mistake: a pack with 200 types has some 60,000. */
const mostAliases = 2000;
const mostFaults = 100;

/**
 * Text as data, with where each path stands in it. Everything that is wrong as YAML at once; never throws, whatever the text:
 * aliases that would unfold without end and nesting that would exhaust the stack are faults like any other.
 */
export function readYaml(text: string): ReadYaml {
  const starts = lineStarts(text);
  const place = (offset: number): Place => {
    const line = lineOf(starts, offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
    if (document.errors.length > 0) {
      const errors = document.errors.slice(0, mostFaults);
      return {
        ok: false,
        faults: errors.map(({ message, pos }) => ({ ...unreadable(message), ...place(pos[0]) })),
      };
    }
    const aliases = resolveAliases(document);
    if ('faults' in aliases) {
      return { ok: false, faults: aliases.faults.map(({ offset, ...fault }) => ({ ...fault, ...place(offset) })) };
    }
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return {
      ok: true,
      value,
      placeOf: (path, at = 'value') =>
        place(offsetOf(document, aliases.anchors, path === '' ? [] : path.split('.'), at)),
    };
  } catch (error) {
    return { ok: false, faults: [{ ...place(0), ...thrown(error) }] };
  }
}

/** The parser reports its own exhausted stack as a fault of the text. */
function unreadable(message: string): Pick<YamlFault, 'code' | 'detail'> {
  if (message.includes('call stack')) return { code: 'yaml-too-deep', detail: '' };
  return { code: 'yaml-unreadable', detail: message };
}

/** Counted here: the parser's own counter meets line ends inside braces out of order. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** From 1: the last line that begins at the offset or before it. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function thrown(error: unknown): Pick<YamlFault, 'code' | 'detail'> {
  if (error instanceof RangeError) return { code: 'yaml-too-deep', detail: '' };
  const message = error instanceof Error ? error.message : '';
  if (error instanceof ReferenceError && /alias/i.test(message)) return { code: 'yaml-too-many-aliases', detail: '' };
  return unreadable(message);
}

type Anchors = ReadonlyMap<Alias, Node>;
type AliasFault = Pick<YamlFault, 'code' | 'detail'> & { offset: number };

/** Each alias with the node it stands for: the last anchor of that name before it. */
function resolveAliases(document: Document): { anchors: Anchors } | { faults: AliasFault[] } {
  const anchors = new Map<Alias, Node>();
  const named = new Map<string, Node>();
  const faults: AliasFault[] = [];
  visit(document, {
    Alias(_key, alias) {
      const node = named.get(alias.source);
      if (node) anchors.set(alias, node);
      else if (faults.length < mostFaults) {
        const detail = `no anchor &${alias.source} before this`;
        faults.push({ code: 'yaml-unreadable', detail, offset: alias.range?.[0] ?? 0 });
      }
      if (anchors.size <= mostAliases) return undefined;
      faults.push({ code: 'yaml-too-many-aliases', detail: '', offset: alias.range?.[0] ?? 0 });
      return visit.BREAK;
    },
    Value(_key, node) {
      if (node.anchor) named.set(node.anchor, node);
    },
  });
  return faults.length > 0 ? { faults } : { anchors };
}

/** Where a path stands; of a path that leads nowhere, the deepest part of it that exists. */
function offsetOf(document: Document, anchors: Anchors, path: readonly string[], at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, name] of path.entries()) {
    if (isAlias(node)) node = anchors.get(node);
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
      if (!pair) return offset;
      const keyOffset = startOf(pair.key) ?? offset;
      const wantsKey = at === 'key' && index === path.length - 1;
      offset = wantsKey ? keyOffset : (startOf(pair.value) ?? keyOffset);
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(name)];
      offset = startOf(next) ?? offset;
    } else return offset;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range?.[0] : undefined;
}
