type Json = Record<string, unknown>;

/** A JSON schema as a person reads it: `name?: text ≤ 40`, objects and lists indented. */
export function schemaText(schema: Json): string {
  return textOf(schema, '');
}

function textOf(schema: Json, indent: string): string {
  // Keys of a JSON schema as Zod writes them.
  const {
    $ref,
    const: only,
    enum: options,
    anyOf,
    oneOf,
    allOf,
    type,
  } = schema as {
    $ref?: string;
    const?: unknown;
    enum?: unknown[];
    anyOf?: Json[];
    oneOf?: Json[];
    allOf?: Json[];
    type?: string | string[];
  };
  if ($ref !== undefined) return 'the same again';
  if (only !== undefined) return JSON.stringify(only);
  if (options) return options.map((option) => JSON.stringify(option)).join(' | ');
  const either = anyOf ?? oneOf;
  if (either) return [...new Set(either.map((each) => textOf(each, indent)))].join(' | ');
  if (allOf) return allOf.map((each) => textOf(each, indent)).join(' & ');
  if (type === 'object') return objectText(schema, indent);
  if (type === 'array') return listText(schema, indent);
  if (type === 'string') {
    const shape = schema.format === undefined && schema.pattern !== undefined ? ` like ${schema.pattern}` : '';
    return `${schema.format ?? 'text'}${range(schema, 'minLength', 'maxLength')}${shape}`;
  }
  if (type === 'number' || type === 'integer') return `${type}${range(schema, 'minimum', 'maximum')}`;
  return type === undefined ? 'anything' : String(type);
}

function objectText(schema: Json, indent: string): string {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>); // written by Zod: name to schema
  const needed = new Set((schema.required ?? []) as string[]);
  const inner = `${indent}  `;
  const lines = properties.map(([name, value]) => {
    const fallback = value.default === undefined ? '' : ` = ${JSON.stringify(value.default)}`;
    return `${inner}${name}${needed.has(name) ? '' : '?'}: ${textOf(value, inner)}${fallback}`;
  });
  const rest = schema.additionalProperties;
  if (typeof rest === 'object' && rest !== null) lines.push(`${inner}[name]: ${textOf(rest as Json, inner)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

function listText(schema: Json, indent: string): string {
  const fixed = schema.prefixItems as Json[] | undefined;
  if (fixed) return `[${fixed.map((item) => textOf(item, indent)).join(', ')}]`;
  const items = textOf((schema.items ?? {}) as Json, indent);
  return `list${range(schema, 'minItems', 'maxItems')} of ${items}`;
}

/** `1–40`, `≤ 40`, `≥ 1`; nothing where the bound is that of any safe integer. */
function range(schema: Json, low: string, high: string): string {
  const [from, to] = [schema[low], schema[high]].map((bound) =>
    typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : null,
  );
  if (from != null && to != null) return ` ${from}–${to}`;
  if (to != null) return ` ≤ ${to}`;
  return from != null ? ` ≥ ${from}` : '';
}
