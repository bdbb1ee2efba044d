import { createHash } from 'node:crypto';
import { base64url, hmac, sealSession, type Facts } from '@mahalleh/gate';

type Secrets = Pick<Facts, 'workspace'> & { secretFor(purpose: string): Promise<Uint8Array> };

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** SHA-256 in hexadecimal, for the steps of a command that may not wait. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A session's token, sealed for the cookie of this workspace. */
export const mintSession = (facts: Secrets, isGuest: boolean): Promise<{ tokenHash: string; cookie: string }> =>
  sealSession({ secretFor: (_database, purpose) => facts.secretFor(purpose) }, facts.workspace, random(32), isGuest);

/** The token of a one-time link, and what is stored of it. */
export const mintLink = (): { token: string; tokenHash: string } => {
  const token = base64url(random(32));
  return { token, tokenHash: digest(token) };
};

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Ten recovery codes. Shape: `xxxxx-xxxxx`. */
export const mintRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () =>
    Array.from(random(10), (byte) => ALPHABET[byte % ALPHABET.length] ?? '')
      .join('')
      .replace(/^(.{5})/, '$1-'),
  );

/** What is stored of a recovery code: keyed, because a code is short. */
export const recoveryHash = async (facts: Secrets, personId: string, code: string): Promise<string> =>
  hmac(await facts.secretFor('totp'), `${personId}\n${code.replace('-', '')}`);
