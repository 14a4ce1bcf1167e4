import type { getSession, listDemoSignIns, OutputOf } from '@linli/contract';
import type { Running } from '../apps/server/src/main.ts';

const faces = { resident: '/', field: '/field', office: '/office', screen: '/screen' } as const;

/** Where to look and, in demonstration mode only, who to be. */
export async function printWelcome(running: Running, ms: number): Promise<void> {
  if (!running.url) {
    console.log(`邻里 Linli worker started in ${(ms / 1000).toFixed(1)} s`);
    return;
  }
  const lines = [
    '',
    `  邻里 Linli  ${running.url}    started in ${(ms / 1000).toFixed(1)} s`,
    '',
    '  resident /   field /field   office /office   screen /screen   API /api/docs',
  ];
  if (running.config.demo) {
    lines.push('', '  Demonstration: invented people and cases. One tap signs in at /demo, or:');
    for (const s of await findSignIns(running.url))
      lines.push(
        `    ${s.roleName.padEnd(8, '　')} ${s.place.padEnd(16, '　')} ${faces[s.face].padEnd(8)} ${s.password ? `${s.login} / ${s.password}` : '/demo'}`,
      );
  }
  if (!running.config.demo && (await lacksSite(running.url)))
    lines.push(
      '',
      '  There is no site yet, so nobody can sign in: npm run found-site -- --code=… --name=… --admin=… --login=…',
    );
  console.log(`${lines.join('\n')}\n`);
}

async function lacksSite(url: string): Promise<boolean> {
  const session = await ask<OutputOf<typeof getSession>>(`${url}/api/get-session`);
  return session?.siteName === '';
}

/** None when the database is away at this moment: the page /demo shows them all the same. */
async function findSignIns(url: string): Promise<OutputOf<typeof listDemoSignIns>['signIns']> {
  const answer = await ask<OutputOf<typeof listDemoSignIns>>(`${url}/api/list-demo-sign-ins`);
  return answer?.signIns ?? [];
}

/** Our own server's answer, so of the shape the contract says; null when it has none. */
async function ask<Answer>(url: string): Promise<Answer | null> {
  const answer = await fetch(url).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Answer) : null;
}
