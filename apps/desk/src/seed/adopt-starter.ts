import { civilDateOf, type ProvinceSlug } from '@mahalleh/kernel';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { actIn } from './acting.ts';
import { inProvince } from './product.ts';
import { templateIdOf, type StarterVersion } from './starter/index.ts';

const DAY_MS = 86_400_000;

/** A neighbourhood of the sample that uses a version of the library. */
export type SampleAdoption = {
  readonly of: StarterVersion;
  readonly province: ProvinceSlug;
  /** Its name; the first with a council and without operations when it is left out. */
  readonly unit?: string;
  readonly daysAgo: number;
};

type Guess = { readonly key: string };
type Met = {
  readonly id: string;
  readonly meeting: string;
  readonly needs: readonly string[];
  readonly joins: readonly Guess[];
  readonly mapsTo: readonly Guess[];
};

const MAPPED: readonly string[] = ['needs_mapping', 'mapped'];

/** What is chosen when every guess is taken: what clashes, and what cannot do without something that has no place here, is left out. */
export const guessesTaken = (elements: readonly Met[]) => {
  const without = new Set(elements.filter(({ meeting }) => meeting === 'clash').map(({ id }) => id));
  const lost = new Set([
    ...without,
    ...elements.filter(({ meeting, mapsTo }) => MAPPED.includes(meeting) && mapsTo.length === 0).map(({ id }) => id),
  ]);
  for (let size = -1; size !== lost.size;) {
    size = lost.size;
    for (const { id, needs } of elements) {
      if (lost.has(id) || !needs.some((need) => lost.has(need))) continue;
      lost.add(id);
      without.add(id);
    }
  }
  return {
    without: [...without],
    mapping: Object.fromEntries(
      elements.flatMap(({ id, meeting, mapsTo: [first] }) =>
        MAPPED.includes(meeting) ? [[id, first?.key ?? null]] : [],
      ),
    ),
    joins: Object.fromEntries(
      elements.flatMap(({ id, meeting, joins: [first] }) => (meeting === 'exists' && first ? [[id, first.key]] : [])),
    ),
  };
};

const unitOf = async (desk: Desk, { province, unit }: SampleAdoption): Promise<string> => {
  const [found] = await desk.rows(
    province,
    "select u.id from units u join councils c on c.unit_id = u.id and c.kind = 'neighbourhood_progress' where u.kind = 'neighbourhood' and u.is_sample = 1 and (u.name_fa = ? or ? = '') order by exists (select 1 from operations o where o.unit_id = u.id and not exists (select 1 from adopted_elements e where e.row_key = o.id and e.kind = 'operation')), u.name_fa limit 1",
    [unit ?? '', unit ?? ''],
  );
  if (!found) throw new Fault(`${province} has no neighbourhood to adopt a template in.`);
  return String(found[0]);
};

/** Adopts a version as the director-general did, every guess taken. Shape: the adoption and its neighbourhood; nothing when the version is not here, or was adopted there before. */
export const adoptStarter = async (
  desk: Desk,
  adoption: SampleAdoption,
): Promise<{ readonly id: string; readonly unitId: string } | undefined> => {
  const { of, province, daysAgo } = adoption;
  const atMs = Date.now() - daysAgo * DAY_MS;
  const [here] = await desk.rows(
    province,
    'select exists (select 1 from templates where template_id = ? and version = ?)',
    [templateIdOf(of.text), of.version],
  );
  if (!here?.[0]) return undefined;
  const unitId = await unitOf(desk, adoption);
  const [before] = await desk.rows(province, 'select 1 from adoptions where template_id = ? and unit_id = ?', [
    templateIdOf(of.text),
    unitId,
  ]);
  if (before) return undefined;
  const director = await actIn(desk, province, 'director_general', atMs);
  const which = { templateId: templateIdOf(of.text), version: of.version, unitId, startsOn: civilDateOf(atMs) };
  const { elements } = await inProvince<{ elements: Met[] }>(director, 'adoption_preview', which);
  const { id } = await inProvince<{ id: string }>(director, 'template.adopt', { ...which, ...guessesTaken(elements) });
  return { id, unitId };
};
