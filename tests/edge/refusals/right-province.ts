import { randomUUID } from 'node:crypto';
import { NATIONAL_CHARTERS } from '@mahalleh/councils';
import { send } from './caller.ts';
import { by, plain, type Makers } from './asked-by.ts';
import { day, PNG } from './makers.ts';
import { rightInCapacityBank } from './right-capacity.ts';
import { rightInFinding } from './right-finding.ts';
import { rightInIndicators } from './right-indicators.ts';
import { rightInMatching } from './right-matching.ts';
import { rightInResponsibility } from './right-responsibility.ts';
import type { RightRequests } from './right-identity.ts';
import { rightOfVolunteers } from './right-volunteers.ts';
import { rightInProblems } from './right-problems.ts';
import { fresh, type Workspace } from './world.ts';

const csv = async (m: Makers, w: Workspace) => {
  const city = (await w.get(`/units/${await m.city()}`)) as { unit: { nameFa: string } };
  return {
    kind: 'units',
    bytes: new TextEncoder().encode(`نام,نوع,نام واحد بالاتر\n${fresh('محله')},محله,${city.unit.nameFa}\n`),
  };
};
const seatsOf = (n: number) => NATIONAL_CHARTERS[n]?.seats.map(({ id: _id, ...seat }) => seat);

/** The right requests of a province's own records. */
export const rightInProvince: RightRequests = {
  ...rightInCapacityBank,
  ...rightInFinding,
  ...rightInResponsibility,
  ...rightInMatching,
  ...rightOfVolunteers,
  ...rightInProblems,

  'GET /units': plain('dg', { kind: 'neighbourhood', q: 'شیخ' }),
  'GET /units/{unitId}': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id })),
  'POST /units': by('admin', async (m) => ({ parentId: await m.city(), kind: 'neighbourhood', nameFa: fresh('محله') })),
  'POST /units/{unitId}/amend': by('admin', async (m) => ({
    ...m.edit(await m.neighbourhood(), 'unitId'),
    nameFa: fresh('محله'),
  })),
  'POST /units/{unitId}/move': by('admin', async (m) => ({
    ...m.edit(await m.neighbourhood(), 'unitId'),
    parentId: (await m.county()).id,
    onDate: day(),
  })),
  'POST /units/{unitId}/split': by('admin', async (m) => ({
    ...m.edit(await m.neighbourhood(), 'unitId'),
    onDate: day(),
    into: [{ nameFa: fresh('شمال') }, { nameFa: fresh('جنوب') }],
  })),
  'POST /units/{unitId}/merge': by('admin', async (m) => ({
    ...m.edit(await m.neighbourhood(), 'unitId'),
    others: [m.edit(await m.neighbourhood(), 'unitId')],
    nameFa: fresh('یگانه'),
    onDate: day(),
  })),
  'POST /units/{unitId}/retire': by('admin', async (m) => ({
    ...m.edit(await m.neighbourhood(), 'unitId'),
    onDate: day(),
  })),
  'POST /units/{unitId}/passport': by('dg', async (m) => ({
    ...m.edit(await m.neighbourhood(), 'unitId'),
    population: '۱۲٬۴۰۰',
  })),

  'POST /undo': by('admin', async (m, w) => {
    const commandId = randomUUID();
    const unit = await m.neighbourhood();
    await send(
      w.base,
      { method: 'POST', path: `/units/${unit.id}/amend`, body: 'json' },
      { revision: unit.revision, nameFa: fresh('محله') },
      { cookie: w.cookie('admin'), headers: { 'idempotency-key': commandId } },
    );
    return { commandId };
  }),
  'GET /trash': plain('dg', { page: 1 }),
  'GET /agencies': plain('dg', { kind: 'municipality' }),
  'GET /agencies/{agencyId}': by('dg', async (m) => ({ agencyId: (await m.agency()).id })),
  'POST /agencies': by('dg', async (m) => ({
    unitId: await m.province(),
    kind: 'municipality',
    name: fresh('شهرداری'),
  })),
  'POST /agencies/{agencyId}/amend': by('dg', async (m) => ({
    ...m.edit(await m.agency(), 'agencyId'),
    kind: 'municipality',
    name: fresh('شهرداری'),
  })),
  'POST /agencies/{agencyId}/retire': by('dg', async (m) => m.edit(await m.agency(), 'agencyId')),
  'GET /bases': plain('dg', { kind: 'mosque' }),
  'GET /bases/{baseId}': by('dg', async (m) => ({ baseId: (await m.base()).id })),
  'POST /bases': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id, kind: 'mosque', name: fresh('مسجد') })),
  'POST /bases/{baseId}/amend': by('dg', async (m) => ({
    ...m.edit(await m.base(), 'baseId'),
    kind: 'mosque',
    name: fresh('مسجد'),
  })),
  'POST /bases/{baseId}/activate': by('dg', async (m) => ({ ...m.edit(await m.base(), 'baseId'), on: day() })),
  'POST /bases/{baseId}/deactivate': by('dg', async (m, w) => {
    const base = await m.base();
    return m.edit(
      { ...base, ...(await w.make(`/bases/${base.id}/activate`, { revision: base.revision, on: day() })) },
      'baseId',
    );
  }),

  'GET /councils': plain('dg', { kind: 'county_steering' }),
  'GET /councils/{councilId}': by('dg', async (m) => ({ councilId: (await m.council()).id })),
  'POST /councils': by('dg', async (m) => ({
    kind: 'county_steering',
    unitId: (await m.county()).id,
    establishedOn: day(),
  })),
  'POST /councils/{councilId}/dissolve': by('dg', async (m) => ({
    ...m.edit(await m.council(), 'councilId'),
    on: day(),
  })),
  'POST /councils/{councilId}/appointments': by('dg', (m) => m.appointing()),
  'POST /appointments/{appointmentId}/swear': by('dg', async (m) => ({
    ...m.edit(await m.appointment(), 'appointmentId'),
    on: day(),
  })),
  'POST /appointments/{appointmentId}/vacate': by('dg', async (m) => ({
    ...m.edit(await m.appointment(), 'appointmentId'),
    on: day(),
    reason: 'resigned',
  })),
  'POST /councils/{councilId}/first-meeting': by('dg', async (m) => ({
    ...m.edit(await m.council(), 'councilId'),
    on: day(),
  })),
  'POST /councils/{councilId}/committees': by('dg', async (m) => ({
    councilId: (await m.council()).id,
    kindKey: 'health',
    formedOn: day(),
  })),
  'GET /charters': plain('dg'),
  'GET /charters/{charterId}': plain('dg', { charterId: NATIONAL_CHARTERS[1].id }),
  'POST /charters': plain('dg', {
    kind: 'county_steering',
    titleFa: 'ساختار استان',
    titleEn: 'Charter of the province',
    fromOn: day(),
    seats: seatsOf(1),
  }),

  'POST /evidence': by('dg', async (m) => ({ subjectKind: 'problem', subjectId: (await m.problem()).id, bytes: PNG })),
  'POST /evidence/notes': by('dg', async (m) => ({
    subjectKind: 'problem',
    subjectId: (await m.problem()).id,
    note: 'روشن شد.',
  })),
  'GET /evidence/{evidenceId}/file': by('dg', async (m, w) => ({ evidenceId: await photo(m, w) })),
  'POST /evidence/{evidenceId}/remove': by('dg', async (m) => ({
    evidenceId: (await m.note('problem', (await m.problem()).id)).id,
  })),

  'GET /operations': plain('dg'),
  'GET /operations/{operationId}': by('dg', async (m) => ({ operationId: (await m.operation()).id })),
  'GET /operations/{operationId}/effect': by('dg', async (m) => ({ operationId: (await m.operation()).id })),
  'POST /operations': by('dg', (m) => m.plan()),
  'POST /operations/{operationId}/amend': by('dg', async (m) => ({
    ...m.edit(await m.operation(), 'operationId'),
    title: fresh('عملیات'),
  })),
  'GET /operations/{operationId}/overlaps': by('dg', async (m) => ({ operationId: (await m.operation()).id })),
  'POST /operations/{operationId}/approve': by('dg', async (m) => m.edit(await m.operation(), 'operationId')),
  'POST /operations/{operationId}/start': by('dg', async (m) => m.edit(await m.approved(), 'operationId')),
  'POST /operations/{operationId}/finish': by('dg', async (m) => ({
    ...m.edit(await m.finishable(), 'operationId'),
    resultNote: 'روشن شد.',
    resultValue: '۱۲',
  })),
  'POST /operations/{operationId}/cancel': by('dg', async (m) => ({
    ...m.edit(await m.operation(), 'operationId'),
    reason: 'لازم نیست.',
  })),
  'POST /operations/{operationId}/tasks': by('dg', async (m) => ({
    operationId: (await m.operation()).id,
    ...(await m.newTask()),
  })),
  'GET /tasks': plain('dg', { late: 'true' }),
  'POST /tasks/{taskId}/amend': by('dg', async (m) => ({ ...m.edit(await m.task(), 'taskId'), title: fresh('کار') })),
  'POST /tasks/{taskId}/finish': by('dg', async (m) => ({ ...m.edit(await m.task(), 'taskId'), note: 'انجام شد.' })),
  'POST /tasks/{taskId}/reopen': by('dg', async (m) => m.edit(await m.finished(), 'taskId')),
  'POST /tasks/{taskId}/postpone': by('dg', async (m) => ({
    ...m.edit(await m.task(), 'taskId'),
    dueOn: day(15),
    reason: 'بارندگی',
  })),
  'POST /tasks/{taskId}/cancel': by('dg', async (m) => ({ ...m.edit(await m.task(), 'taskId'), reason: 'لازم نیست.' })),
  'POST /operations/{operationId}/contributions': by('dg', async (m) => ({
    operationId: (await m.operation()).id,
    kind: 'work',
    hours: 12,
  })),
  'POST /contributions/{contributionId}/remove': by('dg', async (m) => ({
    contributionId: (await m.contribution()).id,
  })),

  ...rightInIndicators,

  'GET /home': plain('dg'),
  'GET /neighbourhoods': plain('dg', { step: 1 }),
  'GET /neighbourhoods/{unitId}': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id })),
  'GET /ground': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id })),
  'GET /neighbourhoods/{unitId}/steps': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id })),

  'POST /imports/inspect': by('admin', csv),
  'POST /imports/dry-run': by('admin', csv),
  'POST /imports/run': by('admin', csv),
};

const photo = async (m: Makers, w: Workspace): Promise<string> => {
  const subjectId = (await m.problem()).id;
  const answer = await fetch(`${w.base}/evidence?subjectKind=problem&subjectId=${subjectId}`, {
    method: 'POST',
    headers: { cookie: `mahalleh_session=${w.cookie('dg') ?? ''}`, 'content-type': 'image/png' },
    body: PNG,
  });
  return ((await answer.json()) as { id: string }).id;
};
