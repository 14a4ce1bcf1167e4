import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { type Environment, readEnvironment, variables } from './env.ts';

const root = join(import.meta.dirname, '../../../..');
const external: Environment = { DATABASE_URL: 'postgres://linli:secret@db/linli', LINLI_KEY: 'a2V5' };
const s3: Environment = {
  S3_ENDPOINT: 'https://s3.example.cn',
  S3_BUCKET: 'linli',
  S3_REGION: 'cn-east-1',
  S3_ACCESS_KEY: 'a',
  S3_SECRET_KEY: 'b',
};

describe('the configuration', () => {
  it('needs nothing: a demonstration on this machine alone, both roles', () => {
    const config = readConfig({}, []);
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      demo: true,
      production: false,
      databaseUrl: null,
      roles: ['web', 'worker'],
    });
    expect(config.dataDir).toMatch(/\/data$/);
  });

  it.each<[string, Environment, boolean]>([
    ['embedded', {}, true],
    ['switched off', { LINLI_DEMO: 'off' }, false],
    ['production', { NODE_ENV: 'production', PUBLIC_URL: 'https://linli.example.cn' }, false],
    ['a database of one’s own', external, false],
  ])('has the demonstration only where nothing is real (%s)', (_name, env, demo) => {
    expect(readConfig(env, []).demo).toBe(demo);
  });

  it.each<[Environment, string]>([
    [{ PORT: '80a' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ POOL_SIZE: '1' }, 'POOL_SIZE'],
    [{ POOL_SIZE: '2.5' }, 'POOL_SIZE'],
    [{ ...external, DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: external.DATABASE_URL ?? '' }, 'LINLI_KEY'],
    [{ NODE_ENV: 'production' }, 'PUBLIC_URL'],
    [{ ...external, LINLI_DEMO: 'on' }, 'LINLI_DEMO'],
    [{ NODE_ENV: 'production', PUBLIC_URL: 'https://x.cn', LINLI_DEMO: 'on' }, 'LINLI_DEMO'],
    [{ S3_ENDPOINT: 'https://s3.example.cn' }, 'S3_BUCKET'],
    [{ ...s3, S3_SECRET_KEY: undefined as never }, 'S3_SECRET_KEY'], // as an unset variable arrives
    [{ SMS_ACCESS_KEY: 'x' }, 'SMS_ENDPOINT'],
    [{ SMS_INVITATION_TEMPLATE_CODE: 'SMS_1' }, 'SMS_ENDPOINT'],
    [{ TILE_URL: 'foo' }, 'TILE_URL'],
    [{ TILE_URL: 'https://tiles.example.cn/{z}/{x}.png' }, 'TILE_URL'],
    [{ PUBLIC_URL: 'linli.example.cn' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://example.cn/linli' }, 'PUBLIC_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('refuses %j, naming the variable and an example of it', (env, name) => {
    expect(() => readConfig(env, [])).toThrow(new RegExp(`^${name}: .*for example ${name}=`));
  });

  it.each(['trace', 'info', 'fatal', 'silent'])('takes %s as a level of the log', (level) => {
    expect(readConfig({ LOG_LEVEL: level }, []).logLevel).toBe(level);
  });

  it('takes the address people use as browsers name it', () => {
    expect(readConfig({ PUBLIC_URL: 'https://Linli.example.cn/' }, []).publicUrl).toBe('https://linli.example.cn');
  });

  it('never tells a secret in what it says', () => {
    const secret = 'do-not-print-me';
    try {
      readConfig({ ...s3, S3_SECRET_KEY: secret, PORT: 'x' }, []);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(secret);
    }
  });

  it('takes groups whole', () => {
    expect(readConfig(s3, []).s3).toEqual({
      endpoint: 'https://s3.example.cn',
      bucket: 'linli',
      region: 'cn-east-1',
      accessKey: 'a',
      secretKey: 'b',
    });
    expect(readConfig({}, []).s3).toBeNull();
  });

  it.each([
    [['--role=web'], ['web']],
    [['--role=worker'], ['worker']],
    [['--role=worker,web'], ['web', 'worker']],
    [[], ['web', 'worker']],
  ])('reads the role from %j', (args, roles) => {
    expect(readConfig({}, args).roles).toEqual(roles);
  });

  it.each(['--role=', '--role=web,nothing', '--role=admin'])('refuses %s', (arg) => {
    expect(() => readConfig({}, [arg])).toThrow(/known roles are web, worker/);
  });
});

describe('environment variables', () => {
  it('are read only by name, empty ones as unset', () => {
    expect(readEnvironment({ PORT: '', HOST: '0.0.0.0', OTHER: 'x' })).toEqual({ HOST: '0.0.0.0' });
  });

  it('each stand in the operating page', async () => {
    const page = await readFile(join(root, 'docs/operating.md'), 'utf8');
    for (const name of Object.keys(variables)) expect(page).toContain(`\`${name}\``);
  });

  it('are read nowhere else in the server', async () => {
    const folder = join(root, 'apps/server/src');
    const names = (await readdir(folder, { recursive: true })).filter(
      (name) => /(?<!\.test)\.ts$/.test(name) && !name.startsWith('test/'),
    );
    const readers: string[] = [];
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8');
      if (/process\.env\.[A-Z]/.test(text)) readers.push(name);
    }
    expect(readers).toEqual([]);
  });
});
