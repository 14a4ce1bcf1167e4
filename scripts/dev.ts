import { spawn } from 'node:child_process';

/** `npm run dev`: the server restarts and the pages reload when a file changes. Pages on 5173, API on 3000. */
const children = [
  spawn('npx', ['tsx', 'watch', '--clear-screen=false', 'scripts/dev-server.ts'], { stdio: 'inherit' }),
  spawn('npx', ['vite', '--clearScreen=false'], { stdio: 'inherit', cwd: 'apps/web' }),
];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
for (const child of children) child.once('exit', stop);
