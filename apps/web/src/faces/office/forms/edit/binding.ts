import {
  computedColumns,
  FormColumn,
  type FormRows,
  fieldsOfNoun,
  linkColumns,
  nounOf,
  type SubjectNoun,
} from '@linli/domain';

/** A binding in one word, for a list to choose from: `field.self.phone`, `computed.age`, `link.head`, `tag.x`, `figure.person`, `asked.text`. */
export type Binding = string;

const owners = ['self', 'home', 'household'] as const;
const askedKinds = ['text', 'number', 'boolean', 'date'] as const;
const ofAreas = new Set(['serial', 'micro-grid', 'committee']);
const people: ReadonlySet<SubjectNoun> = new Set(['person', 'household', 'home']);

export interface BindingGroup {
  readonly group: 'computed' | 'self' | 'home' | 'household' | 'link' | 'tag' | 'figure' | 'asked';
  readonly bindings: readonly Binding[];
}

/** A tag by its code, and whose it can be. */
export interface BindableTag {
  readonly code: string;
  readonly nouns: readonly SubjectNoun[];
}

/** Which bindings a column of these rows can have, in groups. People are never asked anything beside the registers. */
export function possibleBindings(rows: FormRows, tags: readonly BindableTag[] = []): BindingGroup[] {
  if (rows.by === 'area')
    return [
      {
        group: 'computed',
        bindings: computedColumns.filter((name) => ofAreas.has(name)).map((name) => `computed.${name}`),
      },
      { group: 'figure', bindings: ['person', 'household', 'home', 'entity', 'asset'].map((noun) => `figure.${noun}`) },
      { group: 'asked', bindings: askedKinds.map((kind) => `asked.${kind}`) },
    ];
  const { noun } = rows;
  const ofNoun = tags.filter(({ nouns }) => nouns.includes(noun));
  const reach = owners.filter((of) => of === 'self' || noun === 'person' || (noun === 'household' && of === 'home'));
  return [
    {
      group: 'computed',
      bindings: computedColumns.filter((name) => name !== 'age' || noun === 'person').map((name) => `computed.${name}`),
    },
    ...reach.map((of) => ({
      group: of,
      bindings: fieldsOfNoun(nounOf(of, noun)).map((field) => `field.${of}.${field.code}`),
    })),
    { group: 'link', bindings: linkColumns.map((name) => `link.${name}`) },
    ...(ofNoun.length === 0 ? [] : [{ group: 'tag' as const, bindings: ofNoun.map(({ code }) => `tag.${code}`) }]),
    ...(people.has(noun) ? [] : [{ group: 'asked' as const, bindings: askedKinds.map((kind) => `asked.${kind}`) }]),
  ];
}

export function bindingOf(column: FormColumn): Binding {
  switch (column.bind) {
    case 'field':
      return `field.${column.of}.${column.field}`;
    case 'computed':
      return `computed.${column.computed}`;
    case 'link':
      return `link.${column.link}`;
    case 'tag':
      return `tag.${column.tag}`;
    case 'figure':
      return `figure.${column.noun}`;
    case 'asked':
      return `asked.${column.ask.kind}`;
  }
}

/** The column bound anew; its key and heading stay. */
export function bindColumn({ key, label }: Pick<FormColumn, 'key' | 'label'>, binding: Binding): FormColumn {
  const [bind, first = '', second = ''] = binding.split('.');
  const common = { key, label };
  switch (bind) {
    case 'field':
      return FormColumn.parse({ ...common, bind, of: first, field: second });
    case 'computed':
      return FormColumn.parse({ ...common, bind, computed: first });
    case 'link':
      return FormColumn.parse({ ...common, bind, link: first });
    case 'figure':
      return FormColumn.parse({ ...common, bind, noun: first });
    case 'tag':
      return FormColumn.parse({ ...common, bind, tag: binding.slice('tag.'.length) });
    default:
      return FormColumn.parse({ ...common, bind: 'asked', ask: { key, kind: first, label, required: true } });
  }
}

/** A key that no column has: places of a template keep theirs (`c3` is its third heading). */
export function freeKey(columns: readonly FormColumn[]): string {
  const used = new Set(columns.map(({ key }) => key));
  for (let n = columns.length + 1; ; n++) if (!used.has(`c${n}`)) return `c${n}`;
}
