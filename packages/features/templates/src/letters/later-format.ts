import type { LaterLetter } from '@mahalleh/border';
import * as z from 'zod';
import { FORMAT, FORMAT_VERSION, zElementId } from '../document/template-document.ts';
import { zSide } from './letter-bodies.ts';

const Body = z.looseObject({
  templateId: zElementId,
  version: z.int().min(1),
  province: zSide,
  document: z.string(),
});
const Head = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.int().min(FORMAT_VERSION + 1),
  title: z.string().max(160).catch(''),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What is told of a signed version whose document is of a later format than this program reads; null for any other letter. */
export const laterSigned = (bodyJson: string): LaterLetter | null => {
  const body = Body.safeParse(parsed(bodyJson));
  const head = body.success ? Head.safeParse(parsed(body.data.document)) : undefined;
  if (!body.success || !head?.success) return null;
  const { templateId, version, province } = body.data;
  return { needs: head.data.formatVersion, about: { templateId, version, province, title: head.data.title } };
};
