import { AGENCY_KIND_TITLES } from '@mahalleh/agencies/kinds';
import { CAPACITY_KIND_TITLES } from '@mahalleh/capacity/statuses';
import { persianDigits } from '@mahalleh/kernel';
import type { FieldsOf, KindName } from '../kinds/index.ts';
import type { ElementIds } from './element-ids.ts';
import type { Living } from './living.ts';
import { roleOf, type RoleOf } from './roles.ts';
import type { Saying } from './saying.ts';

/** An element as generalising makes it, with what names its record here; that stays in the province. */
export type Projected<K extends KindName = KindName> = {
  readonly id: string;
  readonly kind: K;
  readonly rowKey: string;
  readonly fields: FieldsOf<K>;
};

/** What elements are made with. */
export type Making = { readonly ids: ElementIds; readonly saying: Saying };

const LINE = 300;
const CAPACITY_MOST = 1_000_000;

/** The seats of the charter in force; who holds them stays here. */
export const seatElements = ({ seats }: Living, { ids, saying }: Making): Projected<'seat'>[] =>
  seats.map((seat) => {
    const id = ids('seat', seat.key);
    saying.note(id, null, 'holder', seat.isHeld);
    return {
      ...{ id, kind: 'seat', rowKey: seat.key },
      fields: {
        titleFa: saying.words(id, 'titleFa', seat.titleFa, LINE) ?? seat.office,
        titleEn: saying.words(id, 'titleEn', seat.titleEn, LINE),
        ...{ office: seat.office, duty: null },
        ...{ isRequired: seat.isRequired === 1, isChair: seat.isChair === 1, isSecretary: seat.isSecretary === 1 },
      },
    };
  });

/** The domains that are used, with those above them. */
export const domainElements = (
  { domains }: Living,
  used: readonly string[],
  { ids, saying }: Making,
): Projected<'domain'>[] => {
  const byKey = new Map(domains.map((domain) => [domain.key, domain]));
  const keys = new Set<string>();
  const take = (key: string | null): void => {
    const domain = key === null || keys.has(key) ? undefined : byKey.get(key);
    if (!domain) return;
    keys.add(domain.key);
    take(domain.parentKey);
  };
  used.forEach(take);
  return domains
    .filter(({ key }) => keys.has(key))
    .map((domain) => {
      const id = ids('domain', domain.key);
      return {
        ...{ id, kind: 'domain', rowKey: domain.key },
        fields: {
          titleFa: saying.words(id, 'titleFa', domain.titleFa, LINE) ?? domain.nationalKey,
          titleEn: saying.words(id, 'titleEn', domain.titleEn, LINE),
          ...{ nationalKey: domain.nationalKey, isSensitive: domain.isSensitive === 1 },
          parentRef: domain.parentKey === null || !byKey.has(domain.parentKey) ? null : ids('domain', domain.parentKey),
        },
      };
    });
};

/** The kinds of bodies that are used: each by its kind, numbered where there are several. */
export const agencyElements = (
  { agencies }: Living,
  used: ReadonlySet<string>,
  { ids, saying }: Making,
): Projected<'agency'>[] => {
  const seen = new Map<string, number>();
  return agencies
    .filter(({ id }) => used.has(id))
    .map(({ id: rowKey, kind }) => {
      const id = ids('agency', rowKey);
      const n = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, n);
      saying.note(id, 'titleFa', 'agency_to_kind', 1);
      const { fa, en } = AGENCY_KIND_TITLES[kind];
      return {
        ...{ id, kind: 'agency', rowKey },
        fields: {
          titleFa: n === 1 ? fa : `${fa} ${persianDigits(String(n))}`,
          titleEn: n === 1 ? en : `${en} ${n}`,
          agencyKind: kind,
        },
      };
    });
};

/** What a capacity is looked for by: its kind and domain. */
export const capacityKey = ({ kind, domainKey }: Living['capacities'][number]): string => `${kind}|${domainKey ?? ''}`;

/** The capacities to look for: kinds of things for a domain, however many the bank has of each. */
export const capacityElements = (living: Living, { ids, saying }: Making): Projected<'capacity'>[] => {
  const groups = new Map<string, Living['capacities'][number][]>();
  for (const capacity of living.capacities) {
    const key = capacityKey(capacity);
    groups.set(key, [...(groups.get(key) ?? []), capacity]);
  }
  return [...groups].flatMap(([rowKey, alike]) => {
    const [{ kind, domainKey } = { kind: 'place' as const, domainKey: null }] = alike;
    const domain = living.domains.find(({ key }) => key === domainKey);
    const id = ids('capacity', rowKey);
    saying.note(id, 'title', 'capacity_to_kind', alike.length);
    const pieces = alike.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);
    const title = CAPACITY_KIND_TITLES[kind].fa;
    return [
      {
        ...{ id, kind: 'capacity' as const, rowKey },
        fields: {
          title: saying.words(id, 'title', domain ? `${title}: ${domain.titleFa}` : title, LINE) ?? title,
          capacityKind: kind,
          domainRefs: domain ? [ids('domain', domain.key)] : [],
          note: null,
          quantity: Math.min(CAPACITY_MOST, kind === 'equipment' ? pieces : alike.length),
        },
      },
    ];
  });
};

/** The roles that tasks are given to, and for every person the role. */
export const roleElements = (
  living: Living,
  persons: readonly string[],
  { ids, saying }: Making,
  adoptedRoleOf: (office: string) => string | undefined,
): { readonly elements: Projected<'role'>[]; readonly roleOfPerson: ReadonlyMap<string, string> } => {
  const roles = new Map<string, { role: RoleOf; n: number }>();
  const roleOfPerson = new Map<string, string>();
  for (const personId of new Set(persons)) {
    const role = roleOf(
      living.offices.find((office) => office.personId === personId),
      living,
    );
    const adopted = role.office === null ? undefined : adoptedRoleOf(role.office);
    if (adopted === undefined) roles.set(role.rowKey, { role, n: (roles.get(role.rowKey)?.n ?? 0) + 1 });
    roleOfPerson.set(personId, adopted ?? ids('role', role.rowKey));
  }
  const elements = [...roles.values()].map(({ role, n }) => {
    const id = ids('role', role.rowKey);
    saying.note(id, 'titleFa', 'person_to_role', n);
    return {
      ...{ id, kind: 'role' as const, rowKey: role.rowKey },
      fields: {
        titleFa: saying.words(id, 'titleFa', role.title.fa, LINE) ?? 'همکار محله',
        titleEn: saying.words(id, 'titleEn', role.title.en, LINE),
        ...{ office: role.office, duty: null },
      },
    };
  });
  return { elements, roleOfPerson };
};
