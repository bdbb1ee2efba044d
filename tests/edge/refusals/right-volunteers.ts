import { CURRENT_CONSENT } from '@mahalleh/volunteers/model';
import { plain, by } from './asked-by.ts';
import { send, type Input } from './caller.ts';
import { day, recordMakers } from './makers.ts';
import type { Right, RightRequests } from './right-identity.ts';
import type { Workspace } from './world.ts';

/** What a manager sends to write a volunteer down. */
const enrolling = (unitId: string): Input => ({
  unitId,
  fullName: 'داوطلب نمونه',
  phone: '۰۹۰۰ ۰۰۰ ۱۲۳۴',
  skills: ['sewing'],
  days: ['thursday'],
  consentGiven: 'on',
  consentVersion: CURRENT_CONSENT.version,
  consentChannel: 'paper',
  consentOn: day(),
});

/** The manager of a fresh neighbourhood: nobody else may know its volunteers. */
const manager = async (w: Workspace) => {
  const unitId = (await recordMakers(w).neighbourhood()).id;
  const { personId, cookie } = await w.account();
  await w.make(`/people/${personId}/roles`, { role: 'neighbourhood_manager', unitId }, 'admin');
  return { unitId, cookie };
};

/** A request of that manager about a volunteer who is written down. */
const about =
  (more: Input = {}) =>
  async (w: Workspace): Promise<Right> => {
    const { unitId, cookie } = await manager(w);
    const answer = await send(w.base, { method: 'POST', path: '/volunteers', body: 'json' }, enrolling(unitId), {
      cookie,
    });
    if (answer.status !== 201) throw new Error(`a volunteer was not enrolled: ${answer.text}`);
    return { as: 'nobody', cookie, input: { volunteerId: answer.body['id'], ...more } };
  };

/** The right requests about volunteers. */
export const rightOfVolunteers: RightRequests = {
  'GET /volunteers': plain('manager', { skill: 'sewing', day: 'thursday' }),
  'GET /volunteers/{volunteerId}': about(),
  'GET /volunteer-counts': by('dg', async (m) => ({ unitId: (await m.neighbourhood()).id })),
  'POST /volunteers': async (w) => {
    const { unitId, cookie } = await manager(w);
    return { as: 'nobody', cookie, input: enrolling(unitId) };
  },
  'POST /volunteers/{volunteerId}/amend': about({ revision: 1, note: '', skills: ['cooking'] }),
  'POST /volunteers/{volunteerId}/withdraw': about({ revision: 1 }),
};
