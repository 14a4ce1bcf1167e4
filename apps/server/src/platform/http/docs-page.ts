import { errorWords, type Operation } from '@linli/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refuse } from '../errors.ts';
import { schemaText } from './schema-text.ts';

/** `/api/docs`: a readable list of every operation, and a page for each, made from the contract. No script, no outside resource. */
export function docsRoutes(http: FastifyInstance, operations: () => readonly Operation[]): void {
  http.get('/api/docs', (_request, reply) => reply.type('text/html').send(listPage(operations())));
  http.get<{ Params: { name: string } }>('/api/docs/:name', (request, reply) => {
    const operation = operations().find(({ name }) => name === request.params.name);
    return reply.type('text/html').send(operationPage(operation ?? refuse('not-found')));
  });
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const style = `body{font:16px/1.6 system-ui,"PingFang SC","Noto Sans SC",sans-serif;max-width:960px;margin:0 auto;padding:24px;color:#1B2430;background:#FBFAF7}
nav a{margin-right:16px}h1{font-size:28px}h2{margin-top:40px;border-bottom:1px solid #E4E1DA}dt{margin-top:12px}dd{margin:0}
code,pre{font:14px/1.6 ui-monospace,monospace}pre{overflow:auto;background:#F4F2EC;padding:12px;border-radius:8px}a{color:#1F5FA8}
table{border-collapse:collapse}td{padding:4px 16px 4px 0;vertical-align:top}`;

function pageOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>${body}</body></html>`;
}

const methodOf = (operation: Operation) => (operation.kind === 'command' ? 'POST' : 'GET');

function listPage(operations: readonly Operation[]): string {
  const modules = [...new Set(operations.map((o) => o.module))].sort();
  const list = modules
    .map((module) => {
      const inside = operations.filter((o) => o.module === module).sort((a, b) => a.name.localeCompare(b.name));
      return `<section><h2 id="${module}">${module}</h2><dl>${inside.map(entryHtml).join('')}</dl></section>`;
    })
    .join('');
  return pageOf(
    'Linli API',
    `<h1>Linli API</h1><p>${operations.length} operations. Commands are <code>POST</code> with a JSON body and a <code>requestId</code> (UUID) made by the client: the same one twice has one effect and one answer. Queries are <code>GET</code>: text parameters as they are, others as JSON. Writes need the header <code>x-linli: 1</code>. Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Live feed: <code>GET /api/live</code> (server-sent events: <code>snapshot</code>, then <code>change</code>; resumes with <code>Last-Event-ID</code>).</p>
<nav>${modules.map((m) => `<a href="#${m}">${m}</a>`).join('')}</nav>${list}`,
  );
}

function entryHtml(operation: Operation): string {
  return `<dt id="${operation.name}"><a href="/api/docs/${operation.name}"><b>${methodOf(operation)}</b> <code>/api/${operation.name}</code></a></dt><dd>${escapeHtml(operation.summary)}</dd>`;
}

function operationPage(operation: Operation): string {
  const text = (schema: z.ZodType, io: 'input' | 'output') =>
    escapeHtml(schemaText(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>));
  const errors = operation.errors
    .map(
      (code) =>
        `<tr><td>${errorWords[code].status}</td><td><code>${code}</code></td><td>${escapeHtml(errorWords[code].en)}</td></tr>`,
    )
    .join('');
  return pageOf(
    `${operation.name} · Linli API`,
    `<p><a href="/api/docs#${operation.name}">Linli API</a></p><h1><b>${methodOf(operation)}</b> <code>/api/${operation.name}</code></h1><p>${escapeHtml(operation.summary)}</p>
<p>Allowed: <code>${operation.allow}</code>. A <code>?</code> marks what may be left out, <code>=</code> what then stands for it.</p><h2>Input</h2><pre>${text(operation.input, 'input')}</pre><h2>Output</h2><pre>${text(operation.output, 'output')}</pre><h2>Errors</h2>${errors === '' ? '<p>The general ones.</p>' : `<table>${errors}</table>`}`,
  );
}
