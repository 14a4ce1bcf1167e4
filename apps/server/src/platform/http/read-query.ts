import { z } from 'zod';

/**
 * Query strings back to values: strings and dates travel as they are, everything else as JSON. Text that is not JSON is handed
 * to the schema as it is, so that the problem is reported at its field.
 */
export function readQuery(schema: z.ZodObject, query: Record<string, unknown>): Record<string, unknown> {
  // From entries: a key such as `__proto__` stays a key, to be refused like any other that is unknown.
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, readValue(schema, key, value)]));
}

function readValue(schema: z.ZodObject, key: string, value: unknown): unknown {
  const field = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
  if (typeof value !== 'string' || !field || travelsAsText(field)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** True for schemas whose value is a string. */
export function travelsAsText(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return travelsAsText(schema.unwrap());
  return (
    schema instanceof z.ZodString ||
    schema instanceof z.ZodStringFormat ||
    schema instanceof z.ZodEnum ||
    (schema instanceof z.ZodLiteral && [...schema.values].every((v) => typeof v === 'string'))
  );
}
