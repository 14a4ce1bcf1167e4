import { resolve } from 'node:path';
import { type SuiteName, suiteNames } from './crypto/cipher-suite.ts';
import { type Environment, type VariableName, variables } from './env.ts';

export const rolesOfProcess = ['web', 'worker'] as const;
export type ProcessRole = (typeof rolesOfProcess)[number];

export interface Config {
  roles: readonly ProcessRole[];
  port: number;
  host: string;
  databaseUrl: string | null;
  dataDir: string;
  publicUrl: string | null;
  production: boolean;
  /** Ready-made sign-ins and codes on the page: only with the embedded database and outside production. */
  demo: boolean;
  /** Algorithms of data keys made from now on. */
  cryptoSuite: SuiteName;
  logLevel: string;
  tileUrl: string | null;
  deskPhone: string | null;
  trustProxy: string | null;
  poolSize: number;
  /** Private networks in which partners’ servers may be, as CIDR. */
  partnerNetworks: readonly string[];
  s3: { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string } | null;
  /** Asked by sorting when it is unsure; off by default. */
  llm: { url: string; key: string; model: string } | null;
  sms: {
    endpoint: string;
    accessKey: string;
    secretKey: string;
    signName: string;
    templateCode: string;
    invitationTemplateCode?: string | null;
  } | null;
}

const logLevels: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

class ConfigError extends Error {}

function fail(name: VariableName, why: string): never {
  throw new ConfigError(`${name}: ${why} (${variables[name].words}; for example ${name}=${variables[name].example})`);
}

/** Reads and checks the configuration; throws naming the variable, the reason and an example. */
export function readConfig(env: Environment, args: readonly string[]): Config {
  const roleArg = args.find((a) => a.startsWith('--role='))?.slice('--role='.length);
  const wanted = roleArg !== undefined ? roleArg.split(',') : [...rolesOfProcess];
  const roles = rolesOfProcess.filter((role) => wanted.includes(role));
  if (roles.length !== wanted.length)
    throw new ConfigError(`--role=${roleArg}: known roles are ${rolesOfProcess.join(', ')}`);
  const port = Number(env.PORT ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535) fail('PORT', `"${env.PORT}" is not a port`);
  const poolSize = Number(env.POOL_SIZE ?? '10');
  if (!Number.isInteger(poolSize) || poolSize < 2 || poolSize > 200)
    fail('POOL_SIZE', 'must be a number from 2 to 200');
  const databaseUrl = env.DATABASE_URL ?? null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) fail('DATABASE_URL', 'must begin with postgres://');
  const production = env.NODE_ENV === 'production';
  if (databaseUrl && !env.LINLI_KEY)
    fail('LINLI_KEY', 'is needed with DATABASE_URL, so that all processes read the same encrypted columns');
  if (production && !env.PUBLIC_URL) fail('PUBLIC_URL', 'is needed in production');
  const logLevel = env.LOG_LEVEL ?? 'info';
  if (!logLevels.includes(logLevel)) fail('LOG_LEVEL', `"${logLevel}" is none of ${logLevels.join(', ')}`);
  if (env.LINLI_DEMO === 'on' && (databaseUrl || production))
    fail('LINLI_DEMO', 'demonstration data never mix with DATABASE_URL or production');
  const cryptoSuite = suiteNames.find((name) => name === (env.CRYPTO_SUITE ?? 'international'));
  if (cryptoSuite === undefined) fail('CRYPTO_SUITE', `"${env.CRYPTO_SUITE}" is neither international nor sm`);
  return {
    roles,
    port,
    host: env.HOST ?? '127.0.0.1',
    databaseUrl,
    dataDir: resolve(env.DATA_DIR ?? 'data'),
    publicUrl: env.PUBLIC_URL === undefined ? null : originOf(env.PUBLIC_URL),
    production,
    demo: !databaseUrl && !production && env.LINLI_DEMO !== 'off',
    cryptoSuite,
    logLevel,
    tileUrl: env.TILE_URL === undefined ? null : tilesAt(env.TILE_URL),
    // The city's own hotline stands in on the demonstration street.
    deskPhone: env.DESK_PHONE ?? (env.DATABASE_URL || production ? null : '12345'),
    trustProxy: env.TRUST_PROXY ?? null,
    poolSize,
    partnerNetworks: (env.PARTNER_NETWORKS ?? '')
      .split(',')
      .map((network) => network.trim())
      .filter(Boolean),
    llm: llmOf(env),
    s3: group(
      env,
      'S3_ENDPOINT',
      ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
      ([endpoint, bucket, region, accessKey, secretKey]) => ({ endpoint, bucket, region, accessKey, secretKey }),
    ),
    sms: smsOf(env),
  };
}

function smsOf(env: Environment): Config['sms'] {
  if (env.SMS_INVITATION_TEMPLATE_CODE !== undefined && env.SMS_ENDPOINT === undefined)
    fail('SMS_ENDPOINT', 'is needed because SMS_INVITATION_TEMPLATE_CODE is set');
  return group(
    env,
    'SMS_ENDPOINT',
    ['SMS_ACCESS_KEY', 'SMS_SECRET_KEY', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_CODE'],
    ([endpoint, accessKey, secretKey, signName, templateCode]) => ({
      endpoint,
      accessKey,
      secretKey,
      signName,
      templateCode,
      invitationTemplateCode: env.SMS_INVITATION_TEMPLATE_CODE ?? null,
    }),
  );
}

/** Compared with the `Origin` of every write: scheme and host, no path, no slash at the end. */
function originOf(address: string): string {
  if (!/^https?:\/\/[^/]+\/?$/.test(address) || !URL.canParse(address))
    fail('PUBLIC_URL', `"${address}" is not http:// or https:// and a host, without a path`);
  return new URL(address).origin;
}

/** Either a server's or a path of this one's proxy. */
function tilesAt(address: string): string {
  const lacking = ['{z}', '{x}', '{y}'].filter((part) => !address.includes(part));
  if (!/^(https?:\/\/|\/)/.test(address) || lacking.length > 0)
    fail('TILE_URL', `"${address}" is not an address with {z}, {x} and {y}`);
  return address;
}

function llmOf(env: Environment): Config['llm'] {
  const { LINLI_LLM_URL: url, LINLI_LLM_KEY: key, LINLI_LLM_MODEL: model } = env;
  if (url === undefined) return null;
  if (!/^https?:\/\//.test(url)) fail('LINLI_LLM_URL', 'must begin with http:// or https://');
  if (model === undefined) fail('LINLI_LLM_MODEL', 'is needed because LINLI_LLM_URL is set');
  return { url, key: key ?? '', model };
}

/** Variables that only make sense together: all or none. */
function group<T>(
  env: Environment,
  first: VariableName,
  others: readonly [VariableName, VariableName, VariableName, VariableName],
  build: (values: [string, string, string, string, string]) => T,
): T | null {
  const names = [first, ...others] as const;
  const set = names.filter((name) => env[name] !== undefined);
  if (set.length === 0) return null;
  const missing = names.find((name) => env[name] === undefined);
  if (missing) fail(missing, `is needed because ${set[0]} is set`);
  const value = (name: VariableName) => env[name] ?? '';
  return build([value(names[0]), value(names[1]), value(names[2]), value(names[3]), value(names[4])]);
}
