import { errorWords, generalErrors, type Operation } from '@linli/contract';
import { z } from 'zod';
import { travelsAsText } from './read-query.ts';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json;
  return rest;
}

/** OpenAPI 3.1 made from the contract: nothing is written by hand, so nothing can drift. */
export function openApi(operations: readonly Operation[], serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of [...operations].sort((a, b) => a.name.localeCompare(b.name))) {
    paths[`/api/${operation.name}`] = { [operation.kind === 'command' ? 'post' : 'get']: operationObject(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Linli',
      version: '0.1.0',
      license: { name: 'Apache-2.0' },
      description:
        'Commands are POST with a `requestId` made by the client: the same one twice has one effect. Queries are GET. Errors carry a code, params and words.',
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'linli_session' } },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'params', 'message', 'id'],
              properties: {
                code: { type: 'string', enum: Object.keys(errorWords) },
                params: { type: 'object' },
                message: { type: 'string' },
                id: { type: 'string' },
                fields: { type: 'array', items: { type: 'object' } },
              },
            },
          },
        },
      },
    },
  };
}

function operationObject(operation: Operation): Json {
  const errors = [...generalErrors, ...operation.errors];
  const byStatus = new Map<number, string[]>();
  for (const code of errors) {
    const status = errorWords[code].status;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const responses: Record<string, Json> = {
    200: { description: 'Done', content: { 'application/json': { schema: schemaOf(operation.output, 'output') } } },
  };
  for (const [status, codes] of byStatus)
    responses[status] = {
      description: codes.join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    };
  return {
    operationId: operation.name,
    tags: [operation.module],
    summary: operation.summary,
    description: `Allowed: ${operation.allow}. Stability: ${operation.stability}.`,
    ...(operation.allow === 'anyone' ? {} : { security: [{ session: [] }] }),
    ...(operation.kind === 'command'
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(operation.input, 'input') } },
          },
        }
      : {
          parameters: Object.entries(operation.input.shape).map(([name, schema]) =>
            parameter(name, schema as z.ZodType),
          ),
        }),
    responses,
  };
}

/** Text travels plainly; anything else as JSON inside the parameter, which OpenAPI states with `content`. */
function parameter(name: string, schema: z.ZodType): Json {
  const required = !schema.safeParse(undefined).success;
  const shape = schemaOf(schema, 'input');
  return travelsAsText(schema)
    ? { name, in: 'query', required, schema: shape }
    : { name, in: 'query', required, content: { 'application/json': { schema: shape } } };
}
