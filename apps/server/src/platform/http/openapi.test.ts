import { operations } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/test-app.ts';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema?: object;
  content?: Record<string, { schema: object }>;
}
interface Entry {
  operationId: string;
  summary: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: { type: string; required: string[] } }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Entry>>;
  components: { securitySchemes: Record<string, object>; schemas: Record<string, object> };
}

let test: TestApp;
let document: Document;
let page: string;
beforeAll(async () => {
  test = await createTestApp();
  document = (await test.app.http.inject('/api/openapi.json')).json() as Document; // what this file checks, field by field
  page = (await test.app.http.inject('/api/docs')).body;
});
afterAll(() => test.close());
const entries = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, entry]) => ({ path, method, entry })),
  );

/** Calls `visit` with every object of the document. */
function walk(value: unknown, visit: (object: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  visit(value as Record<string, unknown>); // an object, seen by its keys
  for (const inner of Object.values(value)) walk(inner, visit);
}

describe('the OpenAPI document', () => {
  it('is 3.1 with a title, a version and a server', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Linli', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(() => new URL(document.servers[0]?.url ?? '')).not.toThrow();
  });

  it('has every operation of the contract, by its name and method, and nothing else', () => {
    const wanted = Object.values(operations).map((o) => `${o.kind === 'command' ? 'post' : 'get'} /api/${o.name}`);
    expect(
      entries()
        .map((e) => `${e.method} ${e.path}`)
        .toSorted(),
    ).toEqual(wanted.toSorted());
    expect(new Set(entries().map((e) => e.entry.operationId)).size).toBe(wanted.length);
  });

  it('describes parameters once each, as text or as JSON', () => {
    for (const { entry } of entries()) {
      const names = (entry.parameters ?? []).map((p) => p.name);
      expect(new Set(names).size).toBe(names.length);
      for (const parameter of entry.parameters ?? []) {
        expect(parameter).toMatchObject({ in: 'query', required: expect.any(Boolean) });
        expect([parameter.schema, parameter.content].filter(Boolean).length).toBe(1);
        if (parameter.content) expect(Object.keys(parameter.content)).toEqual(['application/json']);
      }
    }
    const listCases = document.paths['/api/list-cases']?.get?.parameters ?? [];
    expect(listCases.map((p) => p.name).toSorted()).toEqual(Object.keys(operations.listCases.input.shape).toSorted());
  });

  it('asks a requestId of every command and a session where the operation needs one', () => {
    for (const operation of Object.values(operations)) {
      const entry = document.paths[`/api/${operation.name}`]?.[operation.kind === 'command' ? 'post' : 'get'];
      if (operation.kind === 'command') {
        const schema = entry?.requestBody?.content['application/json']?.schema;
        expect(schema).toMatchObject({ type: 'object', required: expect.arrayContaining(['requestId']) });
      }
      expect(entry?.security).toEqual(operation.allow === 'anyone' ? undefined : [{ session: [] }]);
    }
  });

  it('answers 200 and the errors of the contract, each described', () => {
    for (const { entry } of entries()) {
      expect(Object.keys(entry.responses)).toEqual(
        expect.arrayContaining(['200', '400', '401', '403', '404', '409', '429', '503']),
      );
      for (const response of Object.values(entry.responses)) {
        expect(response.description).not.toBe('');
        expect(response.content['application/json']?.schema).toBeTypeOf('object');
      }
    }
  });

  it('refers only to what it holds', () => {
    const refs: string[] = [];
    walk(document, (object) => {
      if (typeof object.$ref === 'string') refs.push(object.$ref);
      expect(object).not.toHaveProperty('$schema');
    });
    expect(refs.length).toBeGreaterThan(0);
    for (const ref of new Set(refs)) {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document); // an unknown step gives undefined
      expect(found, ref).toBeDefined();
    }
  });

  it('names only schemas that JSON Schema knows', () => {
    const types = new Set<unknown>();
    walk(document.paths, (object) => {
      if ('type' in object && typeof object.type === 'string' && !('in' in object)) types.add(object.type);
    });
    expect([...types].toSorted()).toEqual(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);
  });
});

describe('the docs pages', () => {
  const pageOf = async (name: string) => (await test.app.http.inject(`/api/docs/${name}`)).body;

  it('list every operation with its method on a page a phone can load, and need no script', () => {
    for (const operation of Object.values(operations)) {
      expect(page).toContain(
        `<a href="/api/docs/${operation.name}"><b>${operation.kind === 'command' ? 'POST' : 'GET'}</b> <code>/api/${operation.name}</code></a>`,
      );
    }
    expect(page).not.toMatch(/<script|(?:src|href)="https?:/);
    expect(page.length).toBeLessThan(150_000);
  });

  it('show what goes in, what comes out and what is refused, escaped', async () => {
    const report = await pageOf('report-case');
    expect(report).toContain('words: text 2–2000');
    expect(report).toContain('place?: {');
    expect(report).toContain('urgent?: boolean = false');
    expect(report).toContain('<code>place-outside</code>');
    for (const { name } of Object.values(operations)) {
      const shown = await pageOf(name);
      expect(shown, name).not.toMatch(/<pre>[^<]*"[^<]*<\/pre>|<script/);
      expect(shown.length, name).toBeLessThan(60_000);
    }
    expect((await test.app.http.inject('/api/docs/no-such')).statusCode).toBe(404);
  });
});
