import {
  caseActionKinds,
  caseClocks,
  caseLoop,
  clockNames,
  permissions,
  type Role,
  rolePermissions,
  roles,
  roleWords,
} from '@linli/domain';

/** Tables of the documentation that are printed from the code; `scripts/docs.test.ts` compares them with the pages. */
export const docsTables = {
  loop: { page: 'docs/cases.md', text: loopTable() },
  clocks: { page: 'docs/cases.md', text: clockTable() },
  roles: { page: 'docs/access.md', text: roleTable() },
} as const;

function loopTable(): string {
  const rows = caseActionKinds.map((kind) => {
    const { from, by, to } = caseLoop[kind];
    return [code(kind), words(from), by.join(', '), to === 'same' ? 'stays' : words(to)];
  });
  return table(['action', 'in state', 'by', 'leads to'], rows);
}

function clockTable(): string {
  const rows = clockNames.map((name) => {
    const { starts, stops } = caseClocks[name];
    return [code(name), starts.join(', '), stops.length > 0 ? stops.join(', ') : 'the end of the case'];
  });
  return table(['clock', 'started by', 'stopped by'], rows);
}

function roleTable(): string {
  const held = (role: Role): readonly string[] => rolePermissions[role];
  const rows = roles.map((role) => [
    code(role),
    roleWords[role].zh,
    permissions
      .filter((one) => held(role).includes(one))
      .map(code)
      .join(' '),
  ]);
  return table(['role', '岗位', 'permissions'], rows);
}

function words(states: string | readonly string[]): string {
  return typeof states === 'string' ? states : states.join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
