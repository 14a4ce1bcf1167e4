import { hash, verify } from '@node-rs/argon2';

// OWASP's second choice for argon2id: 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** A stand-in hash is checked where the account is unknown, so that the time taken tells nothing. */
let standIn: Promise<string> | null = null;

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword('an account nobody has');
  const matches = await verify(stored ?? (await standIn), password.normalize('NFC'));
  return stored !== null && matches;
}
