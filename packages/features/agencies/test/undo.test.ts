import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestProvince } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import { trashList, undoAct } from '@mahalleh/undo';
import { amendPassport } from '@mahalleh/units';
import { plantSql } from '@mahalleh/units/planting';
import { activateBase } from '../src/commands/activate-base.ts';
import { amendAgency } from '../src/commands/amend-agency.ts';
import { amendBase } from '../src/commands/amend-base.ts';
import { deactivateBase } from '../src/commands/deactivate-base.ts';
import { registerAgency } from '../src/commands/register-agency.ts';
import { registerBase } from '../src/commands/register-base.ts';
import { retireAgency } from '../src/commands/retire-agency.ts';

const openWorld = async () => {
  const province = await openTestProvince();
  const [top, here] = [newId(), newId()];
  const fromOn = '2020-03-20';
  const seedlings = [
    { id: top, kind: 'province' as const, nameFa: 'قزوین', parentId: null, fromOn },
    { id: here, kind: 'neighbourhood' as const, nameFa: 'راه‌آهن', parentId: top, fromOn },
  ];
  for (const { sql, args } of plantSql(seedlings, 0)) await province.sql(sql, [...(args as (string | number)[])]);
  return { ...province, here, admin: await province.as({ role: 'province_admin', unitId: top }) };
};
let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => void (world = await openWorld()));
afterEach(() => world.close());

describe('agencies and bases as they were', () => {
  test('an agency gets its words back, and comes back itself from the trash', async () => {
    const { here, admin } = world;
    const { id } = await registerAgency.run(admin, { unitId: here, kind: 'charity', name: 'خیریه کوثر' });
    const [amending, retiring] = [newId(), newId()];
    await amendAgency.run(admin, { agencyId: id, revision: 1, kind: 'other', name: 'مؤسسه' }, amending);
    await undoAct.run(admin, { commandId: amending });
    expect(await world.sql('select kind, name, name_folded, revision from agencies')).toEqual([
      { kind: 'charity', name: 'خیریه کوثر', name_folded: 'خیریه کوثر', revision: 3 },
    ]);
    await retireAgency.run(admin, { agencyId: id, revision: 3 }, retiring);
    expect((await trashList.run(admin, {})).rows).toMatchObject([{ commandId: retiring, label: 'خیریه کوثر' }]);
    await undoAct.run(admin, { commandId: retiring });
    expect(await world.sql('select retired_at_ms from agencies')).toEqual([{ retired_at_ms: null }]);
  });

  test('a base gets its words and its activation back, but not its lead', async () => {
    const { here, admin } = world;
    const { id } = await registerBase.run(admin, { unitId: here, kind: 'mosque', name: 'جوادالائمه' });
    const [amending, activating, deactivating, leading] = [newId(), newId(), newId(), newId()];
    const words = { baseId: id, kind: 'school', name: 'شهید بابایی' };
    await amendBase.run(admin, { ...words, revision: 1 }, amending);
    await undoAct.run(admin, { commandId: amending });
    await activateBase.run(admin, { baseId: id, revision: 3, on: '1405-08-01' }, activating);
    await undoAct.run(admin, { commandId: activating });
    const now = () => world.sql('select kind, name, activation, activated_on from bases');
    expect(await now()).toMatchObject([{ kind: 'mosque', name: 'جوادالائمه', activated_on: null }]);
    await activateBase.run(admin, { baseId: id, revision: 5, on: '1405-08-01' });
    await deactivateBase.run(admin, { baseId: id, revision: 6 }, deactivating);
    await undoAct.run(admin, { commandId: deactivating });
    expect(await now()).toMatchObject([{ activation: 'active', activated_on: '2026-10-23' }]);
    await amendBase.run(admin, { ...words, revision: 8, isLead: true }, leading);
    await expect(undoAct.run(admin, { commandId: leading })).rejects.toMatchObject({ reason: 'reversal_unknown' });
  });

  test('a passport gets back what was changed in it', async () => {
    const { here, admin } = world;
    await amendPassport.run(admin, { unitId: here, revision: 1, population: 9000 });
    const commandId = newId();
    await amendPassport.run(admin, { unitId: here, revision: 2, population: 900, areaM2: 5 }, commandId);
    await undoAct.run(admin, { commandId });
    expect(await world.sql('select population, area_m2 from units where id = ?', [here])).toEqual([
      { population: 9000, area_m2: null },
    ]);
  });
});
