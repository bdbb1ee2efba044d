import type { Answers } from '@mahalleh/gate';
import type { askActing, askDomains, askDuties, askLines, askOpen, askWorkedOn } from './matrix-asks.ts';
import type { Cell } from './outputs.ts';
import { cellState, isOverlapping, leadOf, lineOf, type DomainNode } from './rules.ts';

/** What cells are made of, as it was asked for. */
export type CellAnswers = Answers<{
  domains: ReturnType<typeof askDomains>;
  lines: ReturnType<typeof askLines>;
  duties: ReturnType<typeof askDuties>;
  open: ReturnType<typeof askOpen>;
  workedOn: ReturnType<typeof askWorkedOn>;
  acting: ReturnType<typeof askActing>;
}>;

type Acting = CellAnswers['acting'][number];
type Counted = CellAnswers['open'][number];

const at = (unitId: string, domainKey: string): string => `${unitId} ${domainKey}`;

/** The top of the tree that a domain stands in. */
export const rootOf = (domains: readonly DomainNode[], key: string): string => lineOf(domains, key).at(-1) ?? key;

/** The same agency once, with what it has in all. */
const joined = (acting: readonly Acting[]): Cell['acting'] => {
  const byAgency = new Map<string | null, Cell['acting'][number]>();
  for (const { agencyId, agencyName, operations, tasks } of acting) {
    const known = byAgency.get(agencyId) ?? { agencyId, agencyName, operations: 0, tasks: 0 };
    byAgency.set(agencyId, { ...known, operations: known.operations + operations, tasks: known.tasks + tasks });
  }
  return [...byAgency.values()];
};

/** Reads cells out of what was asked: for a place and a domain, everything below it counted. */
export const cellReader = (got: CellAnswers): ((unitId: string, domainKey: string) => Cell) => {
  const linesOfUnits = Map.groupBy(got.lines, ({ unitId }) => unitId);
  const unitNames = new Map(got.lines.map(({ aboveId, nameFa, nameEn }) => [aboveId, { nameFa, nameEn }]));
  const counts = (rows: readonly Counted[]) => new Map(rows.map((row) => [at(row.unitId, row.domainKey), row.n]));
  const [open, workedOn] = [counts(got.open), counts(got.workedOn)];
  const acting = Map.groupBy(got.acting, ({ unitId, domainKey }) => at(unitId, domainKey));
  const lines = new Map(got.domains.map(({ key }) => [key, lineOf(got.domains, key)]));
  const below = new Map(
    got.domains.map(({ key }) => [key, [...lines].flatMap(([one, line]) => (line.includes(key) ? [one] : []))]),
  );

  return (unitId, domainKey) => {
    const places = (linesOfUnits.get(unitId) ?? []).map(({ aboveId }) => aboveId);
    const keys = below.get(domainKey) ?? [];
    const leadFor = (key: string) => leadOf(got.duties, places, lines.get(key) ?? [key]);
    const lead = leadFor(domainKey);
    const sum = (of: (key: string) => number): number => keys.reduce((all, key) => all + of(key), 0);
    const facts = {
      leadId: lead?.agencyId,
      open: sum((key) => open.get(at(unitId, key)) ?? 0),
      gap: sum((key) =>
        leadFor(key) ? 0 : Math.max(0, (open.get(at(unitId, key)) ?? 0) - (workedOn.get(at(unitId, key)) ?? 0)),
      ),
      acting: joined(keys.flatMap((key) => acting.get(at(unitId, key)) ?? [])),
    };
    const partners = got.duties.filter(
      (duty) => duty.role === 'partner' && places.includes(duty.unitId) && keys.includes(duty.domainKey),
    );
    const { nameFa = '', nameEn = null } = unitNames.get(lead?.unitId ?? '') ?? {};
    return {
      domainKey,
      lead: lead
        ? {
            responsibilityId: lead.id,
            agencyId: lead.agencyId,
            agencyName: lead.agencyName,
            isOwn: lead.unitId === unitId,
            unitId: lead.unitId,
            unitNameFa: nameFa,
            unitNameEn: nameEn,
          }
        : null,
      partners: new Set(partners.map(({ agencyId }) => agencyId)).size,
      acting: facts.acting,
      open: facts.open,
      gap: facts.gap,
      state: cellState(facts),
      isOverlap: isOverlapping(facts.acting),
    };
  };
};
