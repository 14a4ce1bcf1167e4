import { z } from 'zod';

/**
 * Query strings back to values: strings and dates travel as they are, everything else as JSON. Text that is not JSON is handed
 * to the schema as it is, so that the problem is reported at its field.
 */
export function readQuery(schema: z.ZodObject, query: Record<string, unknown>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(query)) {
    const field = schema.shape[key];
    if (typeof value !== 'string' || !field || travelsAsText(field)) {
      values[key] = value;
      continue;
    }
    try {
      values[key] = JSON.parse(value);
    } catch {
      values[key] = value;
    }
  }
  return values;
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
