import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const faces = ['field', 'office', 'screen'] as const;

/** The built web app: one page per face, hashed assets for ever, pages and the service worker always asked again. */
export function serveWeb(http: FastifyInstance, folder: string, tileUrl: string | null): void {
  const policy = policyWith(tileUrl);
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`the web pages are not built: run "npm run build" (looked in ${folder})`);
  const assets = join(folder, 'assets');
  http.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders(reply, path) {
      reply.header('cache-control', path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = (reply: FastifyReply, name: string) =>
    reply.header('content-security-policy', policy).header('cache-control', 'no-cache').sendFile(name);
  for (const face of faces) {
    for (const url of [`/${face}`, `/${face}/*`]) http.get(url, (_request, reply) => page(reply, `${face}.html`));
  }
  // Everything else that is no file and no operation is a page of the resident face.
  http.get('/*', (request, reply) => (isPage(request) ? page(reply, 'index.html') : reply.callNotFound()));
}

/** Pages have no ending; a file that is not there stays missing, whoever asks. */
function isPage(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '';
  const last = path.slice(path.lastIndexOf('/') + 1);
  return !isUnder(path, '/api') && !isUnder(path, '/assets') && !/\.\w+$/.test(last);
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Pages ask nobody but this server and the map's tile server, where one is named. Styles are written inline by the component library; scripts never are. */
function policyWith(tileUrl: string | null): string {
  const tiles = tileUrl !== null && URL.canParse(tileUrl) ? ` ${new URL(tileUrl).origin}` : '';
  return `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:${tiles}; connect-src 'self'${tiles}; worker-src 'self' blob:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'self'`;
}
