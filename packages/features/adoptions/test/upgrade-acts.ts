import type { TemplateDocument, TemplateElement } from '@mahalleh/templates/document';
import { beginUpgrade } from '../src/commands/begin-upgrade.ts';
import { decideUpgrade } from '../src/commands/decide-upgrade.ts';
import { finishUpgrade } from '../src/commands/finish-upgrade.ts';
import { readOverlay } from '../src/queries/overlay.ts';
import { adopted, elementId, firstVersion, openPlace } from './upgrade-world.ts';

/** A neighbourhood that has the first version in use. */
export const openWorld = async (leftOut: readonly number[] = [], first = firstVersion()) => {
  const place = await openPlace();
  return { place, first, ...(await adopted(place, first, leftOut)) };
};
/** What `openWorld` gives. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Signs a later version and begins the upgrade to it. */
export const begin = async ({ place, adoptionId }: World, later: TemplateDocument) => {
  await place.sign(later);
  return beginUpgrade.run(place.dg, { adoptionId, version: later.version });
};
/** Decides one thing. */
export const decide = (
  { place }: World,
  { id, revision }: { id: string; revision: number },
  key: string,
  said: { choice?: string; target?: string },
) => decideUpgrade.run(place.dg, { upgradeId: id, revision, key, ...said });
/** Finishes an upgrade. */
export const finish = ({ place }: World, { id, revision }: { id: string; revision: number }, commandId?: string) =>
  finishUpgrade.run(place.dg, { upgradeId: id, revision }, commandId);
/** One row of a table. */
export const row = async ({ place }: World, table: string, id: string) =>
  (await place.db.sql(`select * from ${table} where id = ?`, [id]))[0] ?? {};
/** What was made of the template. */
export const overlay = async ({ place, adoptionId }: World) => {
  const { elements, counts, version } = await readOverlay.run(place.dg, { adoptionId });
  return { version, counts, by: new Map(elements.map((element) => [element.id, element])) };
};

/** Between what the next command reads and what it writes, something else is done. */
export const meanwhile = ({ place }: World, act: () => Promise<unknown>): void => {
  const { databases } = place.db.ports;
  const lane = databases.lane('');
  Object.assign(databases, {
    lane: () => ({
      write: async (job: Parameters<typeof lane.write>[0]) => {
        Object.assign(databases, { lane: () => lane });
        await act();
        return lane.write(job);
      },
    }),
  });
};

/** A task that later versions have. */
export const NEW_TASK: TemplateElement = {
  id: elementId(21),
  kind: 'task',
  fields: {
    ...{ title: 'بازدید شبانه', operationRef: elementId(6), roleRef: elementId(3), agencyRef: elementId(4) },
    ...{ startAfterRef: elementId(8), startDays: 1, lastsDays: 2, isMilestone: false },
  },
};
