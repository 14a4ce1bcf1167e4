/** Every environment variable the product reads, once, with an example. `config.ts` checks them together. */
export const variables = {
  PORT: { example: '3000', words: 'port of the web server' },
  HOST: { example: '127.0.0.1', words: 'address the web server listens on' },
  DATABASE_URL: {
    example: 'postgres://linli:secret@db/linli',
    words: 'PostgreSQL 15–18 to use instead of the embedded one',
  },
  DATA_DIR: { example: './data', words: 'folder of the embedded database, keys and files' },
  PUBLIC_URL: {
    example: 'https://linli.example.cn',
    words: 'address people use; required in production, checked on every write',
  },
  NODE_ENV: { example: 'production', words: 'production switches the demonstration off for good' },
  LINLI_DEMO: {
    example: 'off',
    words: 'off = start with an empty site; demonstration data never mix with DATABASE_URL',
  },
  LINLI_KEY: {
    example: 'base64 of 32 bytes',
    words: 'master key of encrypted columns; made on first run when the database is embedded',
  },
  NEW_MASTER_KEY: {
    example: 'base64 of 32 bytes',
    words: 'only for npm run rotate-keys: the master key to change to',
  },
  CRYPTO_SUITE: {
    example: 'sm',
    words:
      'international (AES-256-GCM, HMAC-SHA-256) or sm (SM4, HMAC-SM3) for new keys; what was sealed before stays readable',
  },
  LOG_LEVEL: { example: 'info', words: 'trace, debug, info, warn, error, fatal, silent' },
  TILE_URL: { example: 'https://tiles.example.cn/{z}/{x}/{y}.png', words: 'optional background map tiles' },
  DESK_PHONE: { example: '021-12345678', words: 'number of the desk, shown to workers and residents' },
  TRUST_PROXY: { example: '127.0.0.1', words: 'address of a reverse proxy whose X-Forwarded headers count' },
  POOL_SIZE: { example: '10', words: 'connections per pool and process' },
  S3_ENDPOINT: { example: 'https://s3.example.cn', words: 'S3-compatible store for files instead of the local folder' },
  S3_BUCKET: { example: 'linli', words: 'bucket of that store' },
  S3_REGION: { example: 'cn-east-1', words: 'region of that store' },
  S3_ACCESS_KEY: { example: 'AKIA…', words: 'its access key' },
  S3_SECRET_KEY: { example: '…', words: 'its secret key' },
  SMS_ENDPOINT: { example: 'https://dysmsapi.aliyuncs.com', words: 'SMS gateway (Aliyun Dysms protocol)' },
  SMS_ACCESS_KEY: { example: 'LTAI…', words: 'its access key' },
  SMS_SECRET_KEY: { example: '…', words: 'its secret key' },
  SMS_SIGN_NAME: { example: '邻里', words: 'signature registered with the gateway' },
  SMS_TEMPLATE_CODE: { example: 'SMS_000001', words: 'template of sign-in codes, with the parameter `code`' },
  SMS_INVITATION_TEMPLATE_CODE: {
    example: 'SMS_000002',
    words: 'optional template of invitations to a case, with the parameters `code` and `day`',
  },
  PARTNER_NETWORKS: {
    example: '10.20.0.0/16,192.168.5.7/32',
    words: 'private networks in which partners’ servers may be; public addresses need no entry',
  },
  LINLI_LLM_URL: {
    example: 'https://llm.example.cn/v1',
    words: 'OpenAI-compatible endpoint asked only when sorting is unsure; off when empty',
  },
  LINLI_LLM_KEY: { example: 'sk-…', words: 'its key' },
  LINLI_LLM_MODEL: { example: 'qwen2.5-7b', words: 'its model' },
} as const;
export type VariableName = keyof typeof variables;
export type Environment = Partial<Record<VariableName, string>>;

/** Only the variables named above, empty ones dropped. */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const found: Environment = {};
  for (const name of Object.keys(variables) as VariableName[]) {
    const value = source[name];
    if (value !== undefined && value !== '') found[name] = value;
  }
  return found;
}
