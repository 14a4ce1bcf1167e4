import type { Operation } from '@linli/contract';
import { z } from 'zod';

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** A readable page of every operation, made from the contract. No script, no outside resource. */
export function docsPage(operations: readonly Operation[]): string {
  const modules = [...new Set(operations.map((o) => o.module))].sort();
  const list = modules
    .map((module) => {
      const inside = operations.filter((o) => o.module === module).sort((a, b) => a.name.localeCompare(b.name));
      return `<section><h2 id="${module}">${module}</h2>${inside.map(operationHtml).join('')}</section>`;
    })
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Linli API</title>
<style>body{font:16px/1.6 system-ui,"PingFang SC","Noto Sans SC",sans-serif;max-width:960px;margin:0 auto;padding:24px;color:#1B2430;background:#FBFAF7}
nav a{margin-right:16px}h1{font-size:28px}h2{margin-top:40px;border-bottom:1px solid #E4E1DA}details{border:1px solid #E4E1DA;border-radius:8px;padding:8px 16px;margin:8px 0;background:#fff}
summary{cursor:pointer}code,pre{font:13px/1.5 ui-monospace,monospace}pre{overflow:auto;background:#F4F2EC;padding:12px;border-radius:8px}b{color:#1F5FA8}a{color:#1F5FA8}</style></head><body>
<h1>Linli API</h1><p>${operations.length} operations. Commands are <code>POST</code> with a JSON body and a <code>requestId</code> (UUID) made by the client: the same one twice has one effect and one answer. Queries are <code>GET</code>: text parameters as they are, others as JSON. Writes need the header <code>x-linli: 1</code>. Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Live feed: <code>GET /api/live</code> (server-sent events: <code>snapshot</code>, then <code>change</code>; resumes with <code>Last-Event-ID</code>).</p>
<nav>${modules.map((m) => `<a href="#${m}">${m}</a>`).join('')}</nav>${list}</body></html>`;
}

function operationHtml(operation: Operation): string {
  const json = (schema: z.ZodType, io: 'input' | 'output') =>
    escapeHtml(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }), null, 2));
  return `<details id="${operation.name}"><summary><b>${operation.kind === 'command' ? 'POST' : 'GET'}</b> <code>/api/${operation.name}</code> ${escapeHtml(operation.summary)}</summary>
<p>Allowed: <code>${operation.allow}</code>. Errors: ${operation.errors.map((e) => `<code>${e}</code>`).join(', ') || 'the general ones'}.</p><h3>Input</h3><pre>${json(operation.input, 'input')}</pre><h3>Output</h3><pre>${json(operation.output, 'output')}</pre></details>`;
}
