import { sealText, textSealHolds } from '@mahalleh/border';
import { sha256 } from '@mahalleh/gate';
import { canonicalText } from './canonical.ts';
import { ENDORSEMENT_SEAL, TEMPLATE_SEAL, type Endorsement, type ProvinceSeal } from './template-document.ts';

/** A key that seals: its id, and its private half opened. */
export type SealingKey = { readonly keyId: string; readonly key: CryptoKey };

/** What the ministry signs, before its seal is on it. */
export type Unsealed = Omit<Endorsement, 'seal'>;

/** The text that the ministry's seal is over. */
export const endorsementText = ({ seal: _seal, ...rest }: Unsealed & { readonly seal?: string }): string =>
  canonicalText(rest);

/** The province's seal over a digest. */
export const sealDigest = async (
  digest: string,
  { keyId, key, publicJwk }: SealingKey & { readonly publicJwk: string },
): Promise<ProvinceSeal> => ({ keyId, publicJwk, seal: await sealText(TEMPLATE_SEAL, digest, key) });

/** The endorsement with the ministry's seal; it names the key that seals it. */
export const sealEndorsement = async (
  unsealed: Omit<Unsealed, 'keyId'>,
  { keyId, key }: SealingKey,
): Promise<Endorsement> => {
  const named = { ...unsealed, keyId };
  return { ...named, seal: await sealText(ENDORSEMENT_SEAL, endorsementText(named), key) };
};

const holds = async (purpose: string, text: string, seal: string, publicJwk: string): Promise<boolean> => {
  try {
    return await textSealHolds(purpose, text, seal, publicJwk);
  } catch {
    // What is no key, or no base64url, seals nothing.
    return false;
  }
};

/** Whether the province's seal is over this digest, and its key is the one that its id names. Whose key it is, is known at the nation. */
export const provinceSealHolds = async ({ keyId, publicJwk, seal }: ProvinceSeal, digest: string): Promise<boolean> =>
  (await sha256(publicJwk)).startsWith(keyId) && keyId.length >= 16 && holds(TEMPLATE_SEAL, digest, seal, publicJwk);

/** Whether the ministry's seal is over this endorsement, with this public key. */
export const endorsementHolds = (endorsement: Endorsement, publicJwk: string): Promise<boolean> =>
  holds(ENDORSEMENT_SEAL, endorsementText(endorsement), endorsement.seal, publicJwk);
