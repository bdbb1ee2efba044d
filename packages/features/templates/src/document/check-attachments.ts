import { photoTypeOf } from '@mahalleh/evidence/photo';
import type { FieldFault } from '@mahalleh/kernel';
import { digestOf } from './canonical.ts';
import { elementFault, fault } from './faults.ts';
import type { Attachment, TemplateDocument } from './template-document.ts';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const typeOf = (bytes: Uint8Array): string | undefined =>
  PDF.every((byte, at) => bytes[at] === byte) ? 'application/pdf' : photoTypeOf(bytes);

const attachmentFaults = async ({ digest, mediaType, bytes, data }: Attachment, at: number): Promise<FieldFault[]> => {
  const content = bytesOf(data);
  if (content.length !== bytes) return [fault(`attachments.${at}.bytes`, 'template_attachment_damaged')];
  if ((await digestOf(content)) !== digest) return [fault(`attachments.${at}.digest`, 'template_attachment_damaged')];
  return typeOf(content) === mediaType ? [] : [fault(`attachments.${at}.mediaType`, 'template_attachment_type')];
};

/** What is wrong with photos and documents: an element whose attachment is not there, bytes that are not those of the digest, a type that the content contradicts. */
export const checkAttachments = async ({
  elements,
  attachments,
}: Pick<TemplateDocument, 'elements' | 'attachments'>): Promise<FieldFault[]> => {
  const held = new Set(attachments.map(({ digest }) => digest));
  const missing = elements.flatMap((element) => {
    const { attachment } = element.fields;
    return typeof attachment === 'string' && !held.has(attachment)
      ? [elementFault(element, 'attachment', 'template_attachment_missing')]
      : [];
  });
  return [...missing, ...(await Promise.all(attachments.map(attachmentFaults))).flat()];
};
