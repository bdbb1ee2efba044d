import { defineWorkspaceQuery } from '@mahalleh/gate';
import * as z from 'zod';
import { ReadTemplate } from '../catalogue-model.ts';
import type { Endorsement, ProvinceSeal } from '../document/template-document.ts';
import { FILE_ENDING, fileText } from '../file/template-file.ts';
import { askTemplate } from '../template-sql.ts';

/** A signed version as one file, for a province that is cut off from the network. */
export const readTemplateFile = defineWorkspaceQuery({
  name: 'template.file',
  permission: 'template.read',
  input: ReadTemplate,
  output: z.object({ filename: z.string(), text: z.string() }),
  ask: (db, { templateId, version }) => ({ signed: askTemplate(db, templateId, version) }),
  compute: async ({ signed: { documentJson, digest, sealJson, endorsementJson } }) => ({
    text: await fileText({
      ...{ document: documentJson, digest },
      seal: JSON.parse(sealJson) as ProvinceSeal,
      endorsement: JSON.parse(endorsementJson) as Endorsement,
    }),
  }),
  shape: ({ signed: { province, templateId, version } }, _input, _facts, { text }) => ({
    filename: `${province}-${templateId.slice(-8)}-v${version}${FILE_ENDING}`,
    text,
  }),
});
