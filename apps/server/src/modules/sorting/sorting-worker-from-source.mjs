// A worker thread does not inherit the loader that lets its parent run TypeScript: it takes it itself. The bundle needs neither.
import { register } from 'tsx/esm/api';

register();
await import('./sorting-worker.ts');
