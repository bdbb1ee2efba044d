import { changeOf, defineCommand, maybe, type ReadDb } from '@mahalleh/gate';
import { isRefusal, refuse, zInput, zOptional, type Refusal } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { TemplateChanged } from '../catalogue-model.ts';
import { checkStructure } from '../document/check-document.ts';
import { openFile, type NationKeys } from '../file/open-file.ts';
import { readFile, type TemplateFile } from '../file/template-file.ts';
import { closeDraft, keepSigned } from '../letters/keep.ts';
import type { TemplateEnding } from '../statuses.ts';

/** The file as it was brought. It is read here, so that what is no such file is an error of the input. */
export const ImportTemplate = zInput({
  bytes: z.instanceof(Uint8Array, { error: 'required' }),
  contentType: zOptional(z.string().max(200)),
}).transform(({ bytes }, issues): TemplateFile => {
  const file = readFile(bytes);
  if (typeof file !== 'string') return file;
  issues.addIssue({ code: 'custom', message: file, path: ['bytes'] });
  return z.NEVER;
});

type Known = { digest: string | null; province: string | null; ending: TemplateEnding | null };

/** What is known here of the version that a file holds, whatever its province says of itself. */
const askKnown = (db: Pick<ReadDb<'province'>, 'text'>, file: TemplateFile) => {
  const checked = checkStructure(file.document);
  const { templateId, version, province } =
    'document' in checked ? checked.document : { templateId: '', version: 0, province: '' };
  return maybe(
    db.text<Known>(
      sql`select (select digest from templates where template_id = ${templateId} and version = ${version}) as digest, (select province from templates where template_id = ${templateId} limit 1) as province, (select max(how) from template_endings where template_id = ${templateId} and version in (0, ${version}) and province = iif(how = 'revoked', 'ministry', ${province})) as ending`,
    ),
  );
};

const whyNotTaken = (file: TemplateFile, province: string, known: Known | undefined): Refusal | undefined => {
  if (known?.ending) return refuse(known.ending === 'revoked' ? 'template_revoked' : 'template_withdrawn');
  if (known?.digest && known.digest !== file.digest) return refuse('template_version_taken');
  return known?.province && known.province !== province ? refuse('template_id_taken') : undefined;
};

/** Takes a signed version in from a file: for provinces that are cut off from the network. What does not hold in every point is not kept; what is here already stays as it came. */
export const importTemplate = defineCommand({
  name: 'template.import',
  permission: 'template.import',
  input: ImportTemplate,
  output: TemplateChanged,
  recognisedBy: ({ digest, checksum }) => ({ digest, checksum }),
  load: (db, file) => ({
    known: askKnown(db, file),
    keys: maybe(
      db.text<{ known: string | null; withdrawn: string | null }>(
        sql`select (select value from meta where key = 'nation_keys') as known, (select value from meta where key = 'nation_keys_withdrawn') as withdrawn`,
      ),
    ),
  }),
  compute: ({ keys }, file) =>
    openFile(file, {
      known: JSON.parse(keys?.known ?? '{}') as NationKeys['known'],
      withdrawn: JSON.parse(keys?.withdrawn ?? '{}') as NationKeys['withdrawn'],
    }),
  decide: ({ known }, file, _facts, opened) => {
    if (isRefusal(opened)) return opened;
    return whyNotTaken(file, opened.document.province, known) ?? opened;
  },
  save: (_db, { document }, _state, { document: text, digest, seal, endorsement }) => [
    ...keepSigned(
      {
        ...{ templateId: document.templateId, version: document.version, province: document.province },
        ...{ document: text, digest, seal, endorsement, comments: [] },
      },
      document,
      'file',
    ).map(changeOf),
    changeOf(closeDraft(digest)),
  ],
  audit: ({ document }) => ({ subject: document.templateId, unitId: null, fields: ['imported'] }),
  answer: ({ document: { templateId, version } }) => ({ templateId, version }),
});
