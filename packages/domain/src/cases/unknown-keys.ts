import { z } from 'zod';
import type { PackProblem } from './validate-pack.ts';

const deepest = 12;

/** Keys the schema has no place for, however deep: a word misspelt would otherwise be dropped in silence. `allowed`: top keys left alone. */
export function findUnknownKeys(schema: z.core.$ZodType, value: unknown, ...allowed: readonly string[]): PackProblem[] {
  const found: PackProblem[] = [];
  walk(schema, value, [], found);
  return found.filter(({ path }) => !allowed.includes(path));
}

function walk(schema: z.core.$ZodType, value: unknown, path: readonly string[], found: PackProblem[]): void {
  if (typeof value !== 'object' || value === null || path.length > deepest) return;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    walk(schema.def.innerType, value, path, found);
  } else if (schema instanceof z.ZodArray) {
    if (Array.isArray(value))
      for (const [i, item] of value.entries()) walk(schema.element, item, [...path, `${i}`], found);
  } else if (schema instanceof z.ZodRecord) {
    for (const [key, item] of Object.entries(value)) walk(schema.valueType, item, [...path, key], found);
  } else if (schema instanceof z.ZodDiscriminatedUnion) {
    const option = optionFor(schema, value);
    if (option) walk(option, value, path, found);
  } else if (schema instanceof z.ZodObject && !Array.isArray(value)) {
    for (const [key, item] of Object.entries(value)) {
      const inner: z.core.$ZodType | undefined = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
      if (inner) walk(inner, item, [...path, key], found);
      else found.push({ path: [...path, key].join('.'), code: 'key-unknown', detail: key });
    }
  }
}

function optionFor(union: z.ZodDiscriminatedUnion, value: object): z.core.$ZodType | undefined {
  const named: unknown = Reflect.get(value, union.def.discriminator);
  return union.options.find(
    (option) => option instanceof z.ZodObject && z.safeParse(option.shape[union.def.discriminator], named).success,
  );
}
