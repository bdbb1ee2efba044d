import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What a hash costs: memory and time double with each step of `log2n`. */
export type Cost = { readonly log2n: number; readonly r: number; readonly p: number };

const COST: Cost = { log2n: 15, r: 8, p: 1 };
const KEY_BYTES = 32;

const derive = (password: string, salt: Uint8Array, { log2n, r, p }: Cost): Promise<Uint8Array> =>
  new Promise((done, fail) => {
    const N = 2 ** log2n;
    const maxmem = 256 * N * r;
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem }, (error, key) =>
      error ? fail(error) : done(key),
    );
  });

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Hashes a password with scrypt and a fresh salt. Shape: `scrypt$log2n$r$p$salt$key`, so that the cost can rise later. */
export const hashPassword = async (password: string, cost: Cost = COST): Promise<string> => {
  const salt = randomBytes(16);
  return ['scrypt', cost.log2n, cost.r, cost.p, text(salt), text(await derive(password, salt, cost))].join('$');
};

/** A hash that no password has: unknown addresses are checked against it, so that they take as long as known ones. */
const NOBODY = `scrypt$${COST.log2n}$${COST.r}$${COST.p}$${text(new Uint8Array(16))}$${text(new Uint8Array(KEY_BYTES))}`;

/** Whether the password is the one that was hashed, compared in constant time. No hash: false, in the same time. */
export const passwordMatches = async (password: string, hash: string | null | undefined): Promise<boolean> => {
  const [, log2n, r, p, salt, key] = (hash ?? NOBODY).split('$');
  const expected = Buffer.from(key ?? '', 'base64url');
  const derived = await derive(password, Buffer.from(salt ?? '', 'base64url'), {
    log2n: Number(log2n),
    r: Number(r),
    p: Number(p),
  });
  return (
    expected.length === derived.length && timingSafeEqual(derived, expected) && hash !== null && hash !== undefined
  );
};
