import { foldText, newId, type Point } from '@mahalleh/kernel';
import type { OperationStatus } from '@mahalleh/operations/model';
import type { Author } from './author.ts';
import { Draw } from './draw.ts';
import { writeCapacities } from './write-bank.ts';
import { mosqueName, type PlaceName } from './names.ts';
import type { SampleStatus, ToldProblem } from './told-problem.ts';
import { boundaryAround, placeWithin } from './places.ts';
import { writeCouncil, type CouncilPlan } from './write-councils.ts';
import type { ToldOperation } from './plan-texts.ts';
import { writeOperation } from './write-operations.ts';
import { writeProblems } from './write-registry.ts';
import { writeTies } from './write-ties.ts';
import { writeVolunteers } from './write-volunteers.ts';
import { writePlan } from './write-plan.ts';

/** How far a neighbourhood of the sample is; its step follows from what is written. */
export type NeighbourhoodPlan = {
  readonly name: PlaceName;
  readonly kind?: 'neighbourhood' | 'village';
  readonly parentId: string;
  readonly population: number;
  readonly areaM2: number;
  /** Its middle; its bases, problems and capacities are laid around it. */
  readonly point?: Point | undefined;
  readonly isModel?: boolean;
  readonly summary?: string;
  /** The name of its first mosque; a common one when it is left out. */
  readonly mosque?: string;
  /** How many mosques it has, and how many of them work for the neighbourhood. */
  readonly mosques: number;
  readonly active: number;
  readonly council: Omit<CouncilPlan, 'kind' | 'unitId'> | null;
  readonly problems: readonly (SampleStatus | ToldProblem)[];
  readonly capacities: number;
  /** How many people have offered their help. */
  readonly volunteers?: number;
  readonly operations: readonly {
    readonly status: OperationStatus;
    readonly isLate?: boolean;
    readonly hasMoney?: boolean;
    readonly isApproved?: boolean;
  }[];
  /** Operations that are told in full. */
  readonly told?: readonly ToldOperation[];
};

/** A neighbourhood that was written. */
export type WrittenNeighbourhood = { readonly unitId: string; readonly manager: string };

const writeBases = (
  author: Author,
  unitId: string,
  plan: NeighbourhoodPlan,
  mosqueAgencyId: string,
): { lead: string | null; house: string } => {
  const { sheet, calendar, draw } = author;
  const places = new Draw(plan.name.fa);
  const base = (
    kind: 'mosque' | 'neighbourhood_house' | 'school' | 'health_centre',
    name: string,
    n: number,
  ): string => {
    const id = newId();
    const isActive = kind !== 'mosque' || n < plan.active;
    const place = plan.point && placeWithin(plan.point, plan.areaM2, places);
    sheet.bases.push({
      id,
      unitId,
      kind,
      name,
      nameFolded: foldText(name),
      agencyId: kind === 'mosque' ? mosqueAgencyId : null,
      activation: isActive ? 'active' : n % 3 === 0 ? 'inactive' : 'preparing',
      activatedOn: isActive ? calendar.day(-draw.whole(5, 190)) : null,
      isLead: kind === 'mosque' && n === 0,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      isSample: true,
      registeredAtMs: calendar.at(-draw.whole(191, 230)),
    });
    return id;
  };
  const common = Array.from({ length: plan.mosques + 1 }, (_, n) => mosqueName(n)).filter(
    (name) => name !== plan.mosque,
  );
  const names = plan.mosque ? [plan.mosque, ...common] : common;
  const mosques = names.slice(0, plan.mosques).map((name, n) => base('mosque', name, n));
  base('school', `دبستان ${plan.name.fa}`, 0);
  return { lead: mosques[0] ?? null, house: base('neighbourhood_house', `خانه محله ${plan.name.fa}`, 0) };
};

/** Writes a neighbourhood: passport, bases, council, registry, capacities and operations. */
export const writeNeighbourhood = (
  author: Author,
  plan: NeighbourhoodPlan,
  bodies: { readonly mosques: string; readonly acts: readonly string[]; readonly secretary: string },
): WrittenNeighbourhood => {
  const { sheet, calendar, draw } = author;
  const unitId = newId();
  const manager = author.person('مدیر محله');
  sheet.units.push({
    id: unitId,
    kind: plan.kind ?? 'neighbourhood',
    nameFa: plan.name.fa,
    nameEn: plan.name.en,
    parentId: plan.parentId,
    fromOn: calendar.day(-420),
    population: plan.population,
    areaM2: plan.areaM2,
    latitude: plan.point?.latitude ?? null,
    longitude: plan.point?.longitude ?? null,
    isModel: plan.isModel ?? false,
    isSample: true,
  });
  const { lead, house } = writeBases(author, unitId, plan, bodies.mosques);
  sheet.passports.push({
    unitId,
    managerPersonId: manager,
    leadBaseId: lead,
    houseBaseId: house,
    summary: plan.summary ?? null,
    boundaryGeojson: plan.point ? boundaryAround(plan.point, plan.areaM2, plan.name.fa) : null,
  });
  const sitting = plan.council
    ? writeCouncil(author, {
        ...plan.council,
        kind: 'neighbourhood_progress',
        unitId,
        holders: { neighbourhood_manager: manager, ...plan.council.holders },
      })
    : {};
  const council = Object.values(sitting);
  const problems = writeProblems(
    author,
    { unitId, by: manager, point: plan.point, areaM2: plan.areaM2, council, above: bodies.secretary },
    plan.problems,
  );
  writeTies(author, { unitId, by: manager });
  const isFull = plan.isModel ?? false;
  const capacityIds = writeCapacities(
    author,
    { unitId, by: manager, agencyId: bodies.acts[0] ?? null, point: plan.point, areaM2: plan.areaM2, isFull },
    plan.capacities,
  );
  if (plan.volunteers) writeVolunteers(author, unitId, manager, plan.volunteers);
  for (const operation of plan.operations)
    writeOperation(author, {
      ...operation,
      unitId,
      agencyId: draw.one(bodies.acts),
      people: [manager, ...council],
      problems,
      capacityIds,
    });
  writePlan(
    author,
    {
      unitId,
      manager,
      people: [manager, ...Object.values(sitting)],
      acts: bodies.acts,
      problems,
      capacityIds,
      point: plan.point,
    },
    plan.told ?? [],
  );
  return { unitId, manager };
};
