/** One import in the repository: both ends are paths from the root, with `/`. */
export type ImportEdge = { from: string; to: string };

/** A broken rule: where, which rule, in words for the person who must mend it. */
export type Violation = { file: string; rule: string; detail: string };

const WORKSPACES = ['packages/domain', 'packages/contract', 'packages/client', 'apps/server', 'apps/web'] as const;
type Workspace = (typeof WORKSPACES)[number];

const MAY_IMPORT: Record<Workspace, readonly Workspace[]> = {
  'packages/domain': [],
  'packages/contract': ['packages/domain'],
  'packages/client': ['packages/contract', 'packages/domain'],
  'apps/server': ['packages/contract', 'packages/domain'],
  'apps/web': ['packages/client', 'packages/contract', 'packages/domain'],
};

// docs/architecture.md, import direction: a module imports only doors of a lower rank; equals do not know each other.
// Consumers read the journal and the doors below; nobody imports a consumer but app.ts.
const MODULE_RANK: Record<string, number> = {
  places: 0,
  org: 1,
  access: 2,
  registers: 3,
  cases: 4,
  rounds: 5,
  consults: 5,
  projects: 5,
  funds: 5,
  services: 5,
  sensing: 5,
  contingency: 5,
  forms: 5,
  imports: 5,
  privacy: 5,
  measures: 6,
  sorting: 6,
  notices: 6,
  partners: 6,
};

const SERVER_MODULES = 'apps/server/src/modules/';
const SERVER_PLATFORM = 'apps/server/src/platform/';
const SERVER_TEST_BENCH = 'apps/server/src/test/';
const WEB_LAYERS: Record<string, readonly string[]> = {
  text: ['features', 'faces'],
  ui: ['features', 'faces'],
  features: ['faces'],
};

/** Says which rule an import breaks, or nothing. Tests may reach across modules to set a scene, but through doors. */
export function findImportViolation(edge: ImportEdge): Violation | undefined {
  return workspaceViolation(edge) ?? serverViolation(edge) ?? webViolation(edge);
}

/** Packs are data: the only code in them is their scenarios. */
export function findPackViolation(file: string): Violation | undefined {
  if (!file.startsWith('packs/') || !/\.[cm]?[jt]sx?$/.test(file) || isTest(file)) return undefined;
  return { file, rule: 'packs-are-data', detail: 'a pack holds YAML and *.test.ts, no other code' };
}

function workspaceViolation({ from, to }: ImportEdge): Violation | undefined {
  const source = workspaceOf(from);
  const target = workspaceOf(to);
  if (source === undefined || source === target) return undefined;
  if (target === undefined) {
    if (isTest(from)) return undefined;
    return { file: from, rule: 'workspace', detail: `${source} imports ${to}, which belongs to no workspace` };
  }
  const isClientInTest = source === 'apps/server' && target === 'packages/client' && isTestCode(from);
  if (MAY_IMPORT[source].includes(target) || isClientInTest) return undefined;
  return { file: from, rule: 'workspace', detail: `${source} must not import ${target} (${to})` };
}

function serverViolation({ from, to }: ImportEdge): Violation | undefined {
  const target = moduleOf(to);
  if (from.startsWith(SERVER_PLATFORM) && to.startsWith('apps/server/src/') && !to.startsWith(SERVER_PLATFORM)) {
    if (isTest(from) && to.startsWith(SERVER_TEST_BENCH)) return undefined;
    return { file: from, rule: 'platform', detail: `platform must not import ${to}` };
  }
  if (target === undefined) return undefined;
  const source = moduleOf(from);
  if (source === target) return undefined;
  if (!(target in MODULE_RANK)) {
    return { file: from, rule: 'module-unknown', detail: `${target} has no rank in scripts/import-rules.ts` };
  }
  // A bench measures the part itself, not the way to it.
  // The demonstration street plays its history through the module's own pure rules, in bulk.
  if (from.startsWith('bench/') || from.startsWith('scripts/demo/seed/')) return undefined;
  // Tables of facts are data, not a module's inside.
  if (to.endsWith('.json')) return undefined;
  if (to !== `${SERVER_MODULES}${target}/index.ts`) {
    return { file: from, rule: 'module-door', detail: `import ${target} through its index.ts, not ${to}` };
  }
  if (source === undefined || isTest(from)) return undefined;
  const sourceRank = MODULE_RANK[source];
  const targetRank = MODULE_RANK[target];
  if (sourceRank === undefined || targetRank === undefined) {
    return { file: from, rule: 'module-unknown', detail: `${source} has no rank in scripts/import-rules.ts` };
  }
  if (targetRank < sourceRank) return undefined;
  return { file: from, rule: 'module-order', detail: `${source} must not import ${target}` };
}

function webViolation({ from, to }: ImportEdge): Violation | undefined {
  const source = webLayerOf(from);
  const target = webLayerOf(to);
  if (source === undefined || target === undefined) return undefined;
  if (faceOf(to) !== undefined && source === 'faces' && faceOf(from) !== faceOf(to)) {
    return { file: from, rule: 'web-layers', detail: `one face must not import another (${to})` };
  }
  if (!WEB_LAYERS[source]?.includes(target)) return undefined;
  return { file: from, rule: 'web-layers', detail: `${source} must not import ${target} (${to})` };
}

function workspaceOf(file: string): Workspace | undefined {
  return WORKSPACES.find((workspace) => file.startsWith(`${workspace}/`));
}

function moduleOf(file: string): string | undefined {
  return file.startsWith(SERVER_MODULES) ? file.slice(SERVER_MODULES.length).split('/')[0] : undefined;
}

function webLayerOf(file: string): string | undefined {
  return /^apps\/web\/src\/(ui|text|features|faces)\//.exec(file)?.[1];
}

function faceOf(file: string): string | undefined {
  return /^apps\/web\/src\/faces\/([^/]+)\//.exec(file)?.[1];
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function isTestCode(file: string): boolean {
  return isTest(file) || file.startsWith(SERVER_TEST_BENCH);
}
