import { defineWorkspaceQuery, one as oneRow } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { CompareTemplates, ComparisonRead } from '../catalogue-model.ts';
import { compareElements } from '../compare/compare-elements.ts';
import { documentRead } from '../document-read.ts';
import { askTemplate, documentIn, type SignedRow } from '../template-sql.ts';

const headOf = (signed: SignedRow, adoptions: number) => {
  const {
    elements,
    credits: _credits,
    attachments: _attachments,
    unread: _unread,
    ...head
  } = documentRead(signed.digest, documentIn(signed));
  return { elements, head: { ...head, ending: signed.ending, signedAtMs: signed.signedAtMs, adoptions } };
};

/** Two templates, or two versions of one, side by side. */
export const compareTemplates = defineWorkspaceQuery({
  name: 'template.comparison',
  permission: 'template.read',
  input: CompareTemplates,
  output: ComparisonRead,
  ask: (db, { one, oneVersion, other, otherVersion }) => {
    const adoptions = (id: string) =>
      oneRow(
        db.text<{ n: number }>(
          sql`select coalesce(sum(adoptions), 0) as n from template_adopters where template_id = ${id}`,
        ),
      );
    return {
      one: askTemplate(db, one, oneVersion),
      other: askTemplate(db, other, otherVersion),
      oneAdoptions: adoptions(one),
      otherAdoptions: adoptions(other),
    };
  },
  shape: (got) => {
    const one = headOf(got.one, got.oneAdoptions.n);
    const other = headOf(got.other, got.otherAdoptions.n);
    return { one: one.head, other: other.head, parts: compareElements(one.elements, other.elements) };
  },
});
