import type { Log } from '../../platform/log.ts';

/** An endpoint that speaks `/v1/chat/completions`; off unless configured. */
export interface EndpointConfig {
  url: string;
  key: string;
  model: string;
}
/** Which of these kinds the words mean, by code; null when it cannot or may not be said. */
export type AskEndpoint = (words: string, kinds: readonly { code: string; name: string }[]) => Promise<string | null>;

const patienceMs = 4000;
const longestAnswer = 20_000;
const longestWords = 1500;

/** Asks the configured endpoint. Numbers of people are masked first; a fault is logged without words and is no answer. */
export function createEndpoint(config: EndpointConfig | null, log: Log): AskEndpoint | null {
  if (!config) return null;
  const url = completionsUrl(config.url);
  return async (words, kinds) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${config.key}` },
        body: JSON.stringify({ model: config.model, temperature: 0, max_tokens: 40, messages: question(words, kinds) }),
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      const text = await response.text();
      if (text.length > longestAnswer) throw new Error('answered too much');
      return codeIn(contentOf(JSON.parse(text)), kinds);
    } catch (error) {
      log.warn({ problem: error instanceof Error ? error.message : 'unknown' }, 'sorting: the endpoint gave no answer');
      return null;
    }
  };
}

function completionsUrl(url: string): string {
  const base = url.replace(/\/+$/, '');
  if (base.endsWith('/chat/completions')) return base;
  return base.endsWith('/v1') ? `${base}/chat/completions` : `${base}/v1/chat/completions`;
}

function question(words: string, kinds: readonly { code: string; name: string }[]) {
  const list = kinds.map(({ code, name }) => `${code}: ${name}`).join('\n');
  return [
    {
      role: 'system',
      content: `Sort a resident's message into one of these kinds. Answer with the code alone, or with "none".\n${list}`,
    },
    { role: 'user', content: maskNumbers(words).slice(0, longestWords) },
  ];
}

/** Telephone, identity and card numbers, addresses of e-mail: whatever has seven digits or more in a row, also with gaps. */
export function maskNumbers(words: string): string {
  return words
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '***')
    .replace(/[0-9０-９](?:[\s\-—.·]?[0-9０-９]){6,}[Xx]?/g, '***');
}

function contentOf(answer: unknown): string {
  const choices = isRecord(answer) && Array.isArray(answer.choices) ? answer.choices : [];
  const first: unknown = choices[0];
  const message = isRecord(first) ? first.message : null;
  return isRecord(message) && typeof message.content === 'string' ? message.content : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The one code it names; two are no answer. */
function codeIn(content: string, kinds: readonly { code: string }[]): string | null {
  const words = new Set(content.toLowerCase().split(/[^a-z0-9-]+/));
  const named = kinds.filter(({ code }) => words.has(code));
  return named.length === 1 ? (named[0]?.code ?? null) : null;
}
