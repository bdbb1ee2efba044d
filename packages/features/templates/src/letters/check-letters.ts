import type { SealedLetter } from '@mahalleh/border';
import { canonicalText, digestOf } from '../document/canonical.ts';
import { checkDocument } from '../document/check-document.ts';
import { endorsementHolds, provinceSealHolds } from '../document/seals.ts';
import type { Signed, Submitted } from './letter-bodies.ts';

type Sent = Pick<Submitted, 'document' | 'digest' | 'templateId' | 'version' | 'seal'>;

/** Whether the document is in order, is what its digest is over, is the version that the letter names, and is sealed. */
const isWhole = async (sent: Sent, province: string): Promise<boolean> => {
  const checked = await checkDocument(sent.document);
  if ('faults' in checked) return false;
  const { document } = checked;
  return (
    canonicalText(document) === sent.document &&
    (await digestOf(sent.document)) === sent.digest &&
    document.templateId === sent.templateId &&
    document.version === sent.version &&
    document.province === province &&
    (await provinceSealHolds(sent.seal, sent.digest))
  );
};

/** Whether what a province submits is whole and its own. Whether the key was good then is asked where it is signed. */
export const isSubmittedWhole = ({ province }: SealedLetter, told: Submitted): Promise<boolean> =>
  isWhole(told, province);

/** Whether what the nation sends as signed is whole, and the ministry's signature is over it with a key of the nation. */
export const isSignedWhole = async (
  _letter: SealedLetter,
  signed: Signed,
  keys: Readonly<Record<string, string>>,
): Promise<boolean> => {
  const { endorsement, seal, digest, province } = signed;
  const publicJwk = keys[endorsement.keyId];
  return (
    publicJwk !== undefined &&
    endorsement.digest === digest &&
    endorsement.province === province &&
    endorsement.provinceKeyId === seal.keyId &&
    (await endorsementHolds(endorsement, publicJwk)) &&
    isWhole(signed, province)
  );
};
