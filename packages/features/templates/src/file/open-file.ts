import { refuse, type FieldFault, type Refusal } from '@mahalleh/kernel';
import { canonicalText, digestOf } from '../document/canonical.ts';
import { checkDocument } from '../document/check-document.ts';
import { endorsementHolds, provinceSealHolds } from '../document/seals.ts';
import type { TemplateDocument } from '../document/template-document.ts';
import { checksumOf, type TemplateFile } from './template-file.ts';

/** The public keys of the nation that a province knows, by their ids; and those that were withdrawn. */
export type NationKeys = {
  readonly known: Readonly<Record<string, string>>;
  readonly withdrawn: Readonly<Record<string, number>>;
};

/** What is wrong with the whole says so itself; what is wrong with single fields is told under them. */
const faulty = (faults: readonly FieldFault[]): Refusal => {
  const [first] = faults;
  const isWhole = first !== undefined && ['', 'format', 'formatVersion', 'elements'].includes(first.field);
  return isWhole
    ? refuse(first.reason, first.params ? { detail: first.params } : {})
    : refuse('template_faulty', { faults });
};

/** The reason for which a seal or signature of a file is not taken, or undefined. */
const whyUnsealed = async (
  { digest, seal, endorsement }: TemplateFile,
  { province }: TemplateDocument,
  { known, withdrawn }: NationKeys,
): Promise<string | undefined> => {
  if (!(await provinceSealHolds(seal, digest))) return 'template_seal_broken';
  const isOfThis =
    endorsement.digest === digest && endorsement.province === province && endorsement.provinceKeyId === seal.keyId;
  if (!isOfThis) return 'template_endorsement_other';
  if (Object.hasOwn(withdrawn, endorsement.keyId)) return 'template_key_withdrawn';
  const publicJwk = Object.hasOwn(known, endorsement.keyId) ? known[endorsement.keyId] : undefined;
  if (publicJwk === undefined) return 'template_key_unknown';
  return (await endorsementHolds(endorsement, publicJwk)) ? undefined : 'template_endorsement_broken';
};

/** The document of a file in which everything holds: checksum, document, digest, the province's seal, the ministry's signature. */
export const openFile = async (
  file: TemplateFile,
  keys: NationKeys,
): Promise<{ readonly document: TemplateDocument } | Refusal> => {
  if ((await checksumOf(file)) !== file.checksum) return refuse('template_file_damaged');
  const checked = await checkDocument(file.document);
  if ('faults' in checked) return faulty(checked.faults);
  const { document } = checked;
  const isWhole = canonicalText(document) === file.document && (await digestOf(file.document)) === file.digest;
  if (!isWhole) return refuse('template_file_tampered');
  const why = await whyUnsealed(file, document, keys);
  return why === undefined ? { document } : refuse(why);
};
