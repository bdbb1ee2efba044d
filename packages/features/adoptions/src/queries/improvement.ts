import { defineQuery } from '@mahalleh/gate';
import {
  elementsById,
  nameOf,
  type ElementChange,
  type Fields,
  type TemplateDocument,
} from '@mahalleh/templates/document';
import { stateOf } from '@mahalleh/templates/drafting';
import { askDrafted, askLastSigned, askProposal, templateOf } from '../improvement/ask-improvement.ts';
import { fieldsSaid, fitsOf, type Ground } from '../improvement/take-in.ts';
import { refsIn } from '../merge/index.ts';
import { ImprovementRead, ReadImprovement } from '../upgrade-model.ts';

/** Everything that a change refers to, so that it can be read. */
const refsOf = ({ change, field, from, to }: ElementChange): string[] =>
  [from, to].flatMap((text) => {
    if (text === null) return [];
    return refsIn(change === 'changed' && field !== null ? fieldsSaid(field, text) : (JSON.parse(text) as Fields));
  });

/** One proposed improvement: its difference, and how each change meets the template as it is now. */
export const readImprovement = defineQuery({
  name: 'improvement',
  permission: 'template.read',
  input: ReadImprovement,
  output: ImprovementRead,
  ask: (db, { improvementId }) => ({
    proposal: askProposal(db, improvementId),
    signed: askLastSigned(db, templateOf(improvementId)),
    drafted: askDrafted(db, templateOf(improvementId)),
  }),
  shape: ({ proposal, signed, drafted }, _input, { workspace }) => {
    const { changesJson, takenJson, ...told } = proposal;
    const changes = JSON.parse(changesJson) as ElementChange[];
    const document = signed ? (JSON.parse(signed.documentJson) as TemplateDocument) : undefined;
    const isWriting = drafted !== undefined && drafted.status !== 'signed';
    const ground: Ground = isWriting ? stateOf(drafted) : { elements: document?.elements ?? [], leftOut: [] };
    const fits = fitsOf(changes, ground, new Set(changes.map(({ key }) => key)));
    const added = changes.flatMap(({ change, elementId, kind, to }) =>
      change === 'added' ? [{ id: elementId, kind, fields: JSON.parse(to ?? '{}') as Fields }] : [],
    );
    const all = elementsById([...added, ...(document?.elements ?? []), ...ground.elements]);
    const name = (id: string): string => {
      const element = all.get(id);
      return element ? nameOf(element, all) : '';
    };
    return {
      ...told,
      ...{ title: signed?.title ?? null, changes: changes.length, lastVersion: signed?.version ?? null },
      isOurs: proposal.toProvince === workspace,
      taken: JSON.parse(takenJson ?? '[]') as string[],
      items: changes.map((change) => ({
        ...change,
        name: name(change.elementId),
        fit: fits.get(change.key)?.fit ?? ('gone' as const),
        now: fits.get(change.key)?.now ?? null,
      })),
      names: Object.fromEntries([...new Set(changes.flatMap(refsOf))].map((id) => [id, name(id)])),
    };
  },
});
