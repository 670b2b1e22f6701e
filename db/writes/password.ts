import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id with little memory: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The text to store for a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** Whether a password is the one that was hashed. Without a hash it takes as long and is false, so that time tells nothing about a login. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await nobody), password.normalize('NFC')).catch(() => false);
  return stored !== null && matches;
}

let nobody: Promise<string> | undefined;
