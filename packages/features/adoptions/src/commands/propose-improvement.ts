import { postLetter } from '@mahalleh/border';
import { changeOf, defineCommand } from '@mahalleh/gate';
import { isRefusal, refuse, type FieldFault, type Refusal } from '@mahalleh/kernel';
import { textsOf } from '@mahalleh/templates/drafting';
import type { TemplateDocument } from '@mahalleh/templates/document';
import { askNames, findLeaks, LEAK_TITLES, namesAsked, type NameIndex } from '@mahalleh/templates/leaks';
import { keepProposal, proposedLetter, type Proposed } from '@mahalleh/templates/letters';
import { elementRows } from '@mahalleh/templates/schema';
import { sql } from 'drizzle-orm';
import { askWriter } from '../improvement/ask-improvement.ts';
import { chosenChanges, newWords, type Chosen } from '../improvement/changes.ts';
import { insertMany } from '../landing/insert-many.ts';
import { askLocal, localState } from '../local/index.ts';
import { ImprovementChanged, ProposeImprovement } from '../upgrade-model.ts';

type Decision = { readonly proposed: Proposed; readonly minted: Chosen['minted'] };

const MOST_FINDINGS = 50;

/** What is found in the words that would leave, and that nobody has decided on; what can never leave is told first. */
const findingsRefusal = (
  { changes }: Chosen,
  note: string,
  names: NameIndex,
  cleared: readonly string[],
): Refusal | undefined => {
  const texts = [...newWords(changes).flatMap(textsOf), { elementId: null, field: 'note', item: null, text: note }];
  const open = findLeaks(texts, names).filter(({ key, mayKeep }) => !mayKeep || !cleared.includes(key));
  const faults = open
    .toSorted((a, b) => Number(a.mayKeep) - Number(b.mayKeep))
    .map(({ key, kind, mayKeep }): FieldFault => ({
      field: key,
      reason: mayKeep ? 'improvement_finding' : 'improvement_must_go',
      // What kind of thing, never the words themselves: those stand in their place.
      params: { ...LEAK_TITLES[kind] },
    }));
  return faults.length > 0 ? refuse('improvement_findings', { faults: faults.slice(0, MOST_FINDINGS) }) : undefined;
};

/** Proposes a part of what was changed here to the province whose template it is: every word looked through as for publishing. */
export const proposeImprovement = defineCommand({
  name: 'improvement.propose',
  permission: 'improvement.propose',
  input: ProposeImprovement,
  output: ImprovementChanged,
  load: (db, { adoptionId }) => ({
    ...askLocal(db, sql`${adoptionId}`),
    names: askNames(db, sql`(select a.unit_id from adoptions a where a.id = ${adoptionId})`),
    writer: askWriter(db),
  }),
  decide: (state, { keys, note, cleared = [] }, { newId, nowMs }): Decision | Refusal => {
    const { adoption, writer } = state;
    const chosen = chosenChanges(localState(state), keys, newId);
    if (isRefusal(chosen)) return chosen;
    const fault = findingsRefusal(chosen, note, namesAsked(state.names), cleared);
    if (fault) return fault;
    return {
      minted: chosen.minted,
      proposed: {
        ...{ id: newId(), templateId: adoption.templateId, baseVersion: adoption.version, note },
        // The catalogue holds templates of provinces alone.
        toProvince: adoption.province as TemplateDocument['province'],
        changes: [...chosen.changes],
        ...{ ...writer, atMs: nowMs },
      },
    };
  },
  save: (db, { proposed, minted }, { adoption }, _input, { workspace, nowMs }) => [
    ...keepProposal({ ...proposed, fromProvince: workspace as TemplateDocument['province'] }).map(changeOf),
    // Proposed once more, or come back in a version, it is the same element.
    ...insertMany(
      db,
      elementRows,
      minted.map((row) => ({ templateId: adoption.templateId, ...row })),
      'on conflict do nothing',
    ),
    changeOf(postLetter(proposedLetter, proposed, nowMs)),
  ],
  audit: ({ proposed }, { adoption }) => ({
    subject: proposed.id,
    unitId: adoption.unitId,
    fields: ['proposed'],
    also: [adoption.id],
  }),
  answer: ({ proposed }) => ({ id: proposed.id }),
});
