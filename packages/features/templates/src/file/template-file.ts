import * as z from 'zod';
import { canonicalText, digestOf } from '../document/canonical.ts';
import { Endorsement, ProvinceSeal, zDigest } from '../document/template-document.ts';

/** The name by which a file says what it is. */
export const FILE_FORMAT = 'mahalleh-template-file';
/** The shape of file that is written. */
export const FILE_VERSION = 1;
/** How the name of a file ends. */
export const FILE_ENDING = '.mahalleh.json';

/** A signed version as one file: everything that it takes to know, without a network, whose it is and that nobody touched it. */
export const TemplateFile = z.strictObject({
  format: z.literal(FILE_FORMAT),
  fileVersion: z.literal(FILE_VERSION),
  /** The canonical text of the document. */
  document: z.string(),
  digest: zDigest,
  seal: ProvinceSeal,
  endorsement: Endorsement,
  /** Digest of the canonical text of all other keys: says that a copy is whole, not whose it is. */
  checksum: zDigest,
});
/** A signed version as one file. */
export type TemplateFile = z.infer<typeof TemplateFile>;

type Content = Pick<TemplateFile, 'document' | 'digest' | 'seal' | 'endorsement'>;

/** The checksum of a file, whatever it claims itself. */
export const checksumOf = ({
  checksum: _checksum,
  ...content
}: Omit<TemplateFile, 'checksum'> & { checksum?: string }) => digestOf(canonicalText(content));

/** The text of a file. */
export const fileText = async ({ document, digest, seal, endorsement }: Content): Promise<string> => {
  const content = { format: FILE_FORMAT, fileVersion: FILE_VERSION, document, digest, seal, endorsement } as const;
  return canonicalText({ ...content, checksum: await checksumOf(content) });
};

/** A file by its bytes, or the reason for which it is none. */
export const readFile = (bytes: Uint8Array): TemplateFile | string => {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return 'template_not_json';
  }
  const { format, fileVersion } = Object(read) as Record<string, unknown>;
  if (format !== FILE_FORMAT) return 'template_file_unknown';
  if (typeof fileVersion === 'number' && fileVersion > FILE_VERSION) return 'template_file_too_new';
  const file = TemplateFile.safeParse(read);
  return file.success ? file.data : 'template_file_damaged';
};
