import type { listDemoSignIns, OutputOf } from '@linli/contract';
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
    const answer = await fetch(`${running.url}/api/list-demo-sign-ins`);
    const { signIns } = (await answer.json()) as OutputOf<typeof listDemoSignIns>; // our own server's answer
    lines.push('', '  Demonstration: invented people and cases. One tap signs in at /demo, or:');
    for (const s of signIns)
      lines.push(
        `    ${s.roleName.padEnd(8, '　')} ${s.place.padEnd(16, '　')} ${faces[s.face].padEnd(8)} ${s.password ? `${s.login} / ${s.password}` : '/demo'}`,
      );
  }
  console.log(`${lines.join('\n')}\n`);
}
