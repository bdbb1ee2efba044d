import { sha256, type ResultSet, type Statement } from '@mahalleh/gate';
import { CHECKPOINT_SEAL } from './checkpoint.ts';
import type { SealedLetter } from './define-letter.ts';
import type { Intake } from './post-office.ts';
import { sealHolds, textSealHolds } from './seal.ts';

/** A letter as it is kept, with the digest of what it said when it came. */
export type StoredLetter = SealedLetter & { readonly digest: string };

/** A public key with the time it is good for. */
export type PublicKey = {
  readonly keyId: string;
  readonly publicJwk: string;
  readonly fromMs: number;
  readonly toMs: number | null;
};

const accepted = (body: unknown): never => body as never;

/** Why a kept letter is not what it was, or the statements that take it in again. */
export const whyLetterIsNoGood = async (
  letter: StoredLetter,
  intake: Intake | undefined,
  keys: readonly PublicKey[],
): Promise<Statement[] | string> => {
  const { digest, ...sealed } = letter;
  const key = keys.find(({ keyId }) => keyId === letter.keyId);
  if (!intake) return 'its kind is not known';
  if ((await sha256(letter.bodyJson)) !== digest) return 'its words are not those that its digest was made of';
  if (!key || letter.sentAtMs < key.fromMs || letter.sentAtMs > (key.toMs ?? Infinity)) return 'its key was not in use';
  if (!(await sealHolds(sealed, key.publicJwk))) return 'its seal is broken';
  const body = intake.letter.body.safeParse(JSON.parse(letter.bodyJson));
  return body.success ? intake.apply(letter, accepted(body.data)) : 'it is not of the shape of its kind';
};

/** Why a checkpoint cannot be begun with, or null. Shape of the row: body, digest, key id, seal. */
export const whyCheckpointIsNoGood = async (
  [body = '', digest = '', keyId = '', seal = '']: readonly string[],
  keys: ResultSet['rows'],
): Promise<string | null> => {
  const key = keys.find((one) => one[0] === keyId);
  if ((await sha256(body)) !== digest) return 'the last one is not what its digest was made of';
  if (!key) return 'the last one is sealed with an unknown key';
  if (!(await textSealHolds(CHECKPOINT_SEAL, digest, seal, String(key[1]))))
    return 'the seal of the last one is broken';
  return null;
};
