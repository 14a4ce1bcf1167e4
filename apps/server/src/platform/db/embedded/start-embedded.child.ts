// Run by start-embedded.test.ts as a process of its own, to be killed or to run as another user.
// Arguments: data folder, package folder or "", uid to become or "". Prints one line of JSON; stops when told on stdin.
import { startEmbedded } from './start-embedded.ts';

const [dataDir = '', packageFolder = '', uid = ''] = process.argv.slice(2);
if (uid !== '') {
  process.setgroups?.([]);
  process.setgid?.(Number(uid));
  process.setuid?.(Number(uid));
}
const lines: string[] = [];
const log = (line: string) => lines.push(line);
const server = await startEmbedded({ dataDir, log, fast: true, ...(packageFolder === '' ? {} : { packageFolder }) });
const { pid, adopted, connection } = server;
console.log(JSON.stringify({ pid, adopted, connection, lines, uid: process.getuid?.() }));
process.stdin.once('data', async () => {
  await server.stop();
  process.exit(0);
});
