import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'child'>;

/** One JSON line per event, in English, with ids and never personal data. Error level means a person must act. */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
    serializers: { err: describeError },
  };
  return pino(options, destination);
}

/** The database library hangs its whole client on an error: every statement it knows, 20 kB a line. */
function describeError(error: Error): object {
  const { client: _client, ...rest } = pino.stdSerializers.err(error);
  return rest;
}
