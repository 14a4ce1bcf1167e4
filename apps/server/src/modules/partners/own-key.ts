import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Crypto } from '../../platform/crypto/index.ts';
import { type Db, elevated } from '../../platform/db/database.ts';
import { keyIdOf, privateKeyOf } from './signature.ts';

const context = 'partner.private-key';

export interface OwnKey {
  publicKey: string;
  privateKey: KeyObject;
  keyId: string;
  madeAt: Date;
}

/** The site's key pair, made at the first need. Of two who ask at once both get the one that was written. */
export async function getOwnKey(db: Db, crypto: Crypto, siteId: string, now: Date): Promise<OwnKey> {
  return elevated(db, async () => {
    const known = await findKey(db, crypto, siteId);
    if (known) return known;
    const pair = generateKeyPairSync('ed25519');
    const { x } = pair.publicKey.export({ format: 'jwk' });
    const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    await db
      .insertInto('partner_key')
      .values({
        site_id: siteId,
        public_key: x ?? '',
        private_key_encrypted: crypto.encrypt(pkcs8, context),
        made_at: now,
      })
      .onConflict((c) => c.column('site_id').doNothing())
      .execute();
    const written = await findKey(db, crypto, siteId);
    if (!written) throw new Error('the key pair was not kept');
    return written;
  });
}

async function findKey(db: Db, crypto: Crypto, siteId: string): Promise<OwnKey | null> {
  const row = await db.selectFrom('partner_key').selectAll().where('site_id', '=', siteId).executeTakeFirst();
  if (!row) return null;
  const privateKey = privateKeyOf(crypto.decrypt(row.private_key_encrypted, context));
  return { publicKey: row.public_key, privateKey, keyId: keyIdOf(row.public_key), madeAt: row.made_at };
}
