import { OPERATION_STATUSES } from '@mahalleh/operations/statuses';
import { PROBLEM_STATUSES } from '@mahalleh/problems/model';
import * as z from 'zod';
import { CELL_STATES, DUTY_ROLES } from './statuses.ts';

const nullable = z.string().nullable();
const named = { nameFa: z.string(), nameEn: nullable };

/** What assigning and releasing answer. */
export const Changed = z.object({ id: z.string(), revision: z.number() });

/** A domain as a column: those below it are counted with it. */
export const DomainHead = z.object({
  key: z.string(),
  titleFa: z.string(),
  titleEn: z.string(),
  isSensitive: z.boolean(),
  /** Open problems in all the neighbourhoods of the scope. */
  open: z.number(),
  /** How many neighbourhoods of the scope have no lead for it. */
  unled: z.number(),
});
/** A domain as a column of the matrix. */
export type DomainHead = z.infer<typeof DomainHead>;

/** Who leads a domain in a place, and where that is declared. */
export const Lead = z.object({
  responsibilityId: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  /** Declared in the place itself; else in a unit that it lies in. */
  isOwn: z.boolean(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: nullable,
});

/** Somebody who acts for a domain in a place: an agency, or with null the neighbourhood itself. */
export const Acting = z.object({ agencyId: nullable, agencyName: nullable, operations: z.number(), tasks: z.number() });

/** A domain in a place. */
export const Cell = z.object({
  domainKey: z.string(),
  lead: Lead.nullable(),
  partners: z.number(),
  acting: z.array(Acting),
  open: z.number(),
  /** Open problems with nobody: no lead, and no operation that lasts. */
  gap: z.number(),
  state: z.enum(CELL_STATES),
  /** Several act at once. */
  isOverlap: z.boolean(),
});
/** A domain in a place. */
export type Cell = z.infer<typeof Cell>;

/** A neighbourhood as a row of the matrix, with a cell for every domain in the order of the columns. */
export const MatrixRow = z.object({
  unitId: z.string(),
  ...named,
  countyNameFa: nullable,
  countyNameEn: nullable,
  cells: z.array(Cell),
});
/** A neighbourhood as a row of the matrix. */
export type MatrixRow = z.infer<typeof MatrixRow>;

const UnitName = z.object({ id: z.string(), kind: z.string(), ...named });

/** Who does what: the neighbourhoods of a unit by domain. */
export const Matrix = z.object({
  scope: UnitName,
  /** What the scope lies in, as far as the reader may see it, the topmost first; and the units right below it. */
  above: z.array(UnitName),
  below: z.array(UnitName),
  domains: z.array(DomainHead),
  rows: z.array(MatrixRow),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});
/** Who does what: the neighbourhoods of a unit by domain. */
export type Matrix = z.infer<typeof Matrix>;

/** A declared duty where it holds for a place. */
export const DutyItem = z.object({
  id: z.string(),
  role: z.enum(DUTY_ROLES),
  agencyId: z.string(),
  agencyName: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: nullable,
  unitKind: z.string(),
  domainKey: z.string(),
  domainTitleFa: z.string(),
  domainTitleEn: z.string(),
  note: nullable,
  fromOn: z.string(),
  /** Whether it is declared in one of the reader's units, where alone it can be released. */
  isMine: z.boolean(),
  revision: z.number(),
});
/** A declared duty where it holds for a place. */
export type DutyItem = z.infer<typeof DutyItem>;

/** An operation that acts for a domain in a place. */
export const ActingOperation = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: nullable,
  domainKey: z.string(),
  agencyId: nullable,
  agencyName: nullable,
  status: z.enum(OPERATION_STATUSES),
  startsOn: z.string(),
  endsOn: z.string(),
  lateTasks: z.number(),
  isLate: z.boolean(),
});
/** An operation that acts for a domain in a place. */
export type ActingOperation = z.infer<typeof ActingOperation>;

/** An open problem in short. `weight`: severity by people by days. */
export const GapItem = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.enum(PROBLEM_STATUSES),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: nullable,
  domainKey: z.string(),
  domainTitleFa: z.string(),
  domainTitleEn: z.string(),
  severity: z.number(),
  peopleAffected: z.number().nullable(),
  registeredAtMs: z.number(),
  daysOpen: z.number(),
  weight: z.number(),
});
/** An open problem in short. */
export type GapItem = z.infer<typeof GapItem>;

/** One cell with everything that it follows from. */
export const CellDetail = z.object({
  unit: UnitName.extend({ countyNameFa: nullable, countyNameEn: nullable }),
  domain: z.object({ key: z.string(), titleFa: z.string(), titleEn: z.string(), isSensitive: z.boolean() }),
  cell: Cell,
  /** Every duty that holds here, the nearest first; below the domain too. */
  duties: z.array(DutyItem),
  operations: z.array(ActingOperation),
  /** The gravest open problems, with and without somebody. */
  problems: z.array(GapItem.extend({ isWithNobody: z.boolean() })),
  /** The agencies that can be given a duty here. */
  agencies: z.array(z.object({ id: z.string(), name: z.string() })),
});
/** One cell with everything that it follows from. */
export type CellDetail = z.infer<typeof CellDetail>;

/** Problems with nobody, the gravest first. They are counted, and ranked, up to `most`. */
export const GapList = z.object({
  rows: z.array(GapItem),
  total: z.number(),
  most: z.number(),
  page: z.number(),
  size: z.number(),
});
/** Problems with nobody, the gravest first. */
export type GapList = z.infer<typeof GapList>;
