export type { EmbeddedConnection } from './connect.ts';
export type { EmbeddedServer, StartEmbeddedOptions } from './start-embedded.ts';
export { startEmbedded } from './start-embedded.ts';
