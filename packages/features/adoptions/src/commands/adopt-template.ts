import { change, defineCommand, maybe } from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { kindNamed } from '@mahalleh/templates/kinds';
import { elementRows } from '@mahalleh/templates/schema';
import { sql } from 'drizzle-orm';
import { AdoptTemplate } from '../adopt-inputs.ts';
import { Adopted } from '../adopt-outputs.ts';
import { askGround, readGround } from '../landing/ground.ts';
import { land, type Landing } from '../landing/land.ts';
import type { Choice } from '../landing/landing-model.ts';
import type { LandingRows } from '../landing/landing-rows.ts';
import { mayAdoptBy } from '../landing/may.ts';
import { insertElements, insertRecords, remember, standingFor } from '../landing/save-landing.ts';
import { recordsBack } from '../landing/undo-landing.ts';
import { askVersion, countOfKind, isAsSigned, usableVersion, type SignedVersion } from '../landing/version-sql.ts';
import { adoptedElements, adoptions } from '../schema.ts';

type Decision = Landing & { readonly id: string; readonly version: SignedVersion; readonly choice: Choice };

/** So many tracking codes are drawn: twice the most problems that a document can hold need. */
const DRAWN = 4000;

const choiceOf = (input: AdoptTemplate, { document }: SignedVersion): Choice => {
  const parts = new Set<string>(input.withoutParts ?? []);
  const ofParts = document.elements.filter(({ kind }) => parts.has(kindNamed(kind)?.part ?? ''));
  return {
    startsOn: input.startsOn,
    without: new Set([...(input.without ?? []), ...ofParts.map(({ id }) => id)]),
    mapping: input.mapping ?? {},
    joins: input.joins ?? {},
    establishesCouncil: input.establishesCouncil ?? false,
  };
};

/** Ids that the document does not hold, or that are named for a kind which cannot be mapped or joined, or the refusal. */
const strangeRefusal = ({ document }: SignedVersion, input: AdoptTemplate): Refusal | undefined => {
  const known = new Set(document.elements.map(({ id }) => id));
  for (const [field, ids] of [
    ['without', input.without ?? []],
    ['mapping', Object.keys(input.mapping ?? {})],
    ['joins', Object.keys(input.joins ?? {})],
  ] as const) {
    const strange = ids.find((id) => !known.has(id));
    if (strange !== undefined) return refuse('adoption_element_unknown', { field: `${field}.${strange}` });
  }
  return undefined;
};

/** The unit of the programme is the neighbourhood, a village among them; one that has ended takes nothing new. */
const unitRefusal = (unit: { kind: string; endedOn: string | null }, today: string): Refusal | undefined => {
  if (unit.kind !== 'neighbourhood' && unit.kind !== 'village')
    return refuse('adoption_outside_neighbourhood', { field: 'unitId' });
  return unit.endedOn !== null && unit.endedOn <= today
    ? refuse('adoption_unit_ended', { field: 'unitId' })
    : undefined;
};

const subjectsOf = (rows: LandingRows): string[] =>
  [rows.councils, rows.problems, rows.operations, rows.indicators, rows.targets, rows.responsibilities].flatMap((of) =>
    of.map(({ id }) => id),
  );

/**
 * Takes a signed version of a template into use in one neighbourhood, in one act that can be taken back as one: every element
 * that is not left out becomes a record as its own command would write it, is joined to one that is there, or is kept as words.
 */
export const adoptTemplate = defineCommand({
  name: 'template.adopt',
  permission: 'template.adopt',
  input: AdoptTemplate,
  output: Adopted,
  load: (db, input) => ({
    ...askVersion(db, input.templateId, input.version),
    ...askGround(db, input.unitId, input, countOfKind(input.templateId, input.version, 'problem'), DRAWN),
    adopted: maybe(
      db.text<{ id: string }>(
        sql`select a.id from adoptions a where a.template_id = ${input.templateId} and a.unit_id = ${input.unitId} and a.status = 'active'`,
      ),
    ),
    standing: maybe(
      db.text<{ keys: string }>(
        sql`select json_group_array(e.kind || ' ' || e.row_key) as keys from element_rows e where e.template_id = ${input.templateId} and e.row_key in (select value from json_each(${JSON.stringify([...Object.values(input.joins ?? {}), ...Object.values(input.mapping ?? {})])}))`,
      ),
    ),
  }),
  compute: ({ signed }) => isAsSigned(signed),
  decide: (state, input, facts, isIntact): Decision | Refusal => {
    const version = usableVersion(state.signed, state.endings, isIntact);
    if (isRefusal(version)) return version;
    const fault =
      unitRefusal(state.unit, facts.today) ??
      (state.adopted ? refuse('adoption_twice', { field: 'unitId' }) : undefined) ??
      strangeRefusal(version, input);
    if (fault) return fault;
    const choice = choiceOf(input, version);
    const landing = land(
      {
        elements: version.document.elements,
        mandates: version.endorsement.mandates,
        choice,
        ground: readGround(state),
        weekend: state.work?.weekend ?? '6',
      },
      { ...facts, may: mayAdoptBy(facts.grants, state.above) },
    );
    return isRefusal(landing) ? landing : { ...landing, id: facts.newId(), version, choice };
  },
  save: (db, { id, settled, rows, version, choice }, _state, { templateId, unitId, startsOn }, { nowMs, personId }) => [
    change(
      db.insert(adoptions).values({
        ...{ id, templateId, version: version.version, digest: version.digest, unitId, startsOn },
        mappingJson: JSON.stringify(choice.mapping),
        status: 'active',
        adoptedBy: personId,
        adoptedAtMs: nowMs,
        isSample: version.document.isSample,
      }),
    ),
    ...insertRecords(db, rows),
    ...insertElements(db, { adoptionId: id, templateId }, settled),
    ...remember(
      db,
      unitId,
      settled.flatMap(({ element, state }) => {
        const target = choice.mapping[element.id];
        return typeof target === 'string' && target !== 'new' && state !== 'left_out' ? [{ element, target }] : [];
      }),
      nowMs,
    ),
  ],
  reversal: ({ id, settled, rows }, { standing }, { templateId }, { nowMs }) => {
    const before = new Set(JSON.parse(standing?.keys ?? '[]') as string[]);
    const fresh = standingFor(settled).filter(({ kind, rowKey }) => !before.has(`${kind} ${rowKey}`));
    const elements = fresh.map(({ rowKey }) => rowKey);
    return {
      steps: [
        ...recordsBack(rows, nowMs),
        { table: adoptions, id, at: { revision: 1, status: 'active' }, remove: true },
        {
          table: adoptedElements,
          among: { column: 'adoptionId', values: [id] },
          at: { revision: 1 },
          rows: settled.length,
          remove: true,
        },
        ...(fresh.length === 0
          ? []
          : [
              {
                table: elementRows,
                among: { column: 'rowKey', values: elements },
                at: { templateId },
                rows: fresh.length,
                remove: true as const,
              },
            ]),
      ],
    };
  },
  audit: ({ id, rows }, _state, { unitId }) => ({
    subject: id,
    unitId,
    fields: ['template', 'version', 'startsOn', 'elements'],
    also: subjectsOf(rows),
  }),
  answer: ({ id, settled }) => ({
    id,
    revision: 1,
    landed: settled.filter(({ state, isJoined }) => state === 'landed' && !isJoined).length,
    joined: settled.filter(({ state, isJoined }) => state === 'landed' && isJoined).length,
    kept: settled.filter(({ state }) => state === 'kept').length,
    leftOut: settled.filter(({ state }) => state === 'left_out').length,
  }),
  conflicts: {
    'adoptions.template_id': 'adoption_twice',
    'problems.code': 'code_taken',
    'operations.code': 'operation_code_taken',
    'committees.council_id': 'committee_exists',
    'councils.unit_id': 'council_exists',
    'indicators.key': 'indicator_key_taken',
    'domains.key': 'domain_key_taken',
    'responsibilities.unit_id': 'responsibility_lead_taken_now',
    'responsibilities.agency_id': 'responsibility_declared_before',
  },
});
