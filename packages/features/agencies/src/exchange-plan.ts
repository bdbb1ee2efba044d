import type { FieldFault } from '@mahalleh/kernel';
import { point } from '@mahalleh/units/rules';
import { nameKey } from '@mahalleh/units/words';
import type { Activation, BaseKind } from './model.ts';

/** A base as a file gives it. */
export type BaseImport = {
  readonly name: string;
  readonly kind?: BaseKind;
  readonly officialCode?: string;
  readonly unitCode?: string;
  readonly unitName?: string;
  readonly countyName?: string;
  readonly agencyName?: string;
  readonly activation?: Activation;
  readonly activatedOn?: string;
  readonly latitude?: number;
  readonly longitude?: number;
};

/** A base as the database has it. */
export type KnownBase = {
  readonly id: string;
  readonly unitId: string;
  readonly kind: BaseKind;
  readonly name: string;
  readonly officialCode: string | null;
  readonly agencyId: string | null;
  readonly activation: Activation;
  readonly activatedOn: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly revision: number;
  readonly retiredAtMs: number | null;
  readonly isMine: number;
};
/** A neighbourhood or village of the actor's that a base may stand in. */
export type KnownPlace = {
  readonly id: string;
  readonly officialCode: string | null;
  readonly nameFa: string;
  readonly countyName: string | null;
};
/** A body that a base may belong to. */
export type KnownAgency = { readonly id: string; readonly name: string };

const AMENDED = ['name', 'officialCode', 'agencyId', 'activation', 'activatedOn', 'latitude', 'longitude'] as const;
type Amended = Pick<KnownBase, (typeof AMENDED)[number]>;

/** What is written for a row: a base as it will be, and as it was. */
export type BaseRecord = {
  readonly id: string;
  readonly unitId: string;
  readonly kind: BaseKind;
  readonly values: Amended;
  readonly before: KnownBase | null;
};

type Outcome =
  | {
      readonly line: number;
      readonly status: 'new' | 'changed';
      readonly record: BaseRecord;
      readonly fields: readonly string[];
    }
  | { readonly line: number; readonly status: 'unchanged' }
  | { readonly line: number; readonly status: 'rejected'; readonly errors: readonly FieldFault[] };

type Known = {
  readonly bases: readonly KnownBase[];
  readonly places: readonly KnownPlace[];
  readonly agencies: readonly KnownAgency[];
};

const fault = (field: string, reason: string, params?: FieldFault['params']): FieldFault => ({
  field,
  reason,
  ...(params && { params }),
});

const indexOf = ({ bases, places, agencies }: Known) => ({
  byCode: new Map(
    bases.flatMap((base): [string, KnownBase][] => (base.officialCode ? [[base.officialCode, base]] : [])),
  ),
  byPlace: new Map(
    bases
      .filter(({ retiredAtMs }) => retiredAtMs === null)
      .map((base) => [`${base.unitId} ${base.kind} ${nameKey(base.name)}`, base]),
  ),
  placeByCode: new Map(
    places.flatMap((place): [string, KnownPlace][] => (place.officialCode ? [[place.officialCode, place]] : [])),
  ),
  placesByName: Map.groupBy(places, ({ nameFa }) => nameKey(nameFa)),
  agenciesByName: Map.groupBy(agencies, ({ name }) => nameKey(name)),
});

const placeOf = (row: BaseImport, index: ReturnType<typeof indexOf>): KnownPlace | FieldFault | undefined => {
  if (row.unitCode !== undefined)
    return index.placeByCode.get(row.unitCode) ?? fault('unitCode', 'import_place_unknown');
  if (row.unitName === undefined) return undefined;
  const county = row.countyName === undefined ? undefined : nameKey(row.countyName);
  const found = (index.placesByName.get(nameKey(row.unitName)) ?? []).filter(
    (place) => county === undefined || nameKey(place.countyName ?? '') === county,
  );
  const [only, ...more] = found;
  if (!only) return fault('unitName', 'import_place_unknown');
  return more.length === 0 ? only : fault('unitName', 'import_place_ambiguous', { count: found.length });
};

const agencyOf = (row: BaseImport, index: ReturnType<typeof indexOf>): string | FieldFault | undefined => {
  if (row.agencyName === undefined) return undefined;
  const [only, ...more] = index.agenciesByName.get(nameKey(row.agencyName)) ?? [];
  if (!only) return fault('agencyName', 'import_agency_unknown');
  return more.length === 0 ? only.id : fault('agencyName', 'import_agency_ambiguous', { count: more.length + 1 });
};

const isFault = (answer: object | string | undefined): answer is FieldFault =>
  typeof answer === 'object' && 'reason' in answer;

/** An active base has its day, another has none: what the row says, else what was known, else today. */
const activationOf = (
  row: BaseImport,
  before: KnownBase | null,
  today: string,
): Pick<Amended, 'activation' | 'activatedOn'> | FieldFault => {
  const activation = row.activation ?? (row.activatedOn !== undefined ? 'active' : (before?.activation ?? 'inactive'));
  if (activation !== 'active')
    return row.activatedOn === undefined
      ? { activation, activatedOn: null }
      : fault('activatedOn', 'import_day_without_activation');
  const activatedOn = row.activatedOn ?? (before?.activation === 'active' ? before.activatedOn : null) ?? today;
  return activatedOn > today ? fault('activatedOn', 'date_in_future') : { activation, activatedOn };
};

/** What becomes of every row: matched by code, else by neighbourhood, kind and name. Pure. */
export const planBases = (
  rows: readonly { line: number; row: BaseImport }[],
  known: Known,
  today: string,
  newId: () => string,
): Outcome[] => {
  const index = indexOf(known);
  const seen = new Map<string, number>();

  return rows.map(({ line, row }): Outcome => {
    const reject = (error: FieldFault): Outcome => ({ line, status: 'rejected', errors: [error] });
    const coded = row.officialCode === undefined ? undefined : index.byCode.get(row.officialCode);
    if (coded && coded.isMine !== 1) return reject(fault('officialCode', 'import_outside_area'));
    if (coded && coded.retiredAtMs !== null) return reject(fault('officialCode', 'import_base_retired'));
    const place = placeOf(row, index);
    if (isFault(place)) return reject(place);
    if (coded && place && place.id !== coded.unitId)
      return reject(fault(row.unitCode === undefined ? 'unitName' : 'unitCode', 'import_place_differs'));
    if (coded && row.kind !== undefined && row.kind !== coded.kind)
      return reject(fault('kind', 'import_base_kind_differs'));
    const unitId = coded?.unitId ?? place?.id;
    if (unitId === undefined) return reject(fault('unitName', 'import_place_missing'));
    const kind = coded?.kind ?? row.kind ?? 'mosque';
    const key = `${unitId} ${kind} ${nameKey(row.name)}`;
    const named = coded ? undefined : index.byPlace.get(key);
    if (named && row.officialCode !== undefined && named.officialCode !== null)
      return reject(fault('officialCode', 'base_name_taken'));
    const before = coded ?? named ?? null;
    const twice = [key, row.officialCode === undefined ? '' : `code ${row.officialCode}`]
      .map((one) => (one === '' ? undefined : seen.get(one)))
      .find((at) => at !== undefined);
    if (twice !== undefined)
      return reject(
        fault(row.officialCode === undefined ? 'name' : 'officialCode', 'import_row_twice', { line: twice }),
      );
    seen.set(key, line);
    if (row.officialCode !== undefined) seen.set(`code ${row.officialCode}`, line);

    const taken = coded && nameKey(coded.name) !== nameKey(row.name) ? index.byPlace.get(key) : undefined;
    if (taken && taken.id !== coded?.id) return reject(fault('name', 'base_name_taken'));
    const agency = agencyOf(row, index);
    if (isFault(agency)) return reject(agency);
    const activation = activationOf(row, before, today);
    if (isFault(activation)) return reject(activation);
    const values: Amended = {
      // Without a code the name is the key, and a spelling that folds to the same is the same name.
      name: named && row.officialCode === undefined ? named.name : row.name,
      officialCode: row.officialCode ?? before?.officialCode ?? null,
      agencyId: agency ?? before?.agencyId ?? null,
      ...activation,
      latitude: row.latitude ?? before?.latitude ?? null,
      longitude: row.longitude ?? before?.longitude ?? null,
    };
    const halved = point(values.latitude ?? undefined, values.longitude ?? undefined);
    if (halved) return reject(fault(halved.field ?? 'latitude', halved.refused));
    const fields = AMENDED.filter((field) => values[field] !== (before?.[field] ?? null));
    if (before && fields.length === 0) return { line, status: 'unchanged' };
    return {
      line,
      status: before ? 'changed' : 'new',
      record: { id: before?.id ?? newId(), unitId, kind, values, before },
      fields,
    };
  });
};
