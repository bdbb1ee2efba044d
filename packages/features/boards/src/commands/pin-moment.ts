import { change, defineNationCommand, one } from '@mahalleh/gate';
import { instantOfId, refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { MomentPinned, PinMoment } from '../model.ts';
import { pinnedPath } from '../pinned-path.ts';
import { DAY_MS, MOST_PINS } from '../rules.ts';
import { pins } from '../schema.ts';

/** Keeps what the dashboards read as it is now, in one batch, so that an address can show it for ever. */
export const pinMoment = defineNationCommand({
  name: 'moment.pin',
  permission: 'moment.pin',
  input: PinMoment,
  output: MomentPinned,
  load: (db, _input, { nowMs }) => ({
    today: one(
      db.text<{ n: number }>(
        sql`select count(*) as n from pins p where p.person_id = (select person_id from me) and p.at_ms > ${nowMs - DAY_MS}`,
      ),
    ),
  }),
  decide: ({ today }, _input, { newId }) => {
    if (today.n >= MOST_PINS) return refuse('pins_too_many', { detail: { most: MOST_PINS } });
    const id = newId();
    return { id, atMs: instantOfId(id) };
  },
  save: (db, { id, atMs }, _state, { path }, { personId }) => [
    change(db.insert(pins).values({ id, atMs, personId, path: pinnedPath(path, id) })),
    change(
      db.text(
        sql`insert into pinned_cells (pin, metric, period, province, county, dims, value, epoch, letter_number, sent_at_ms) select ${id}, metric, period, province, county, dims, value, epoch, letter_number, sent_at_ms from national_cells`,
      ),
    ),
    change(
      db.text(
        sql`insert into pinned_coverage (pin, metric, province, epoch, as_of_ms, counties, neighbourhoods) select ${id}, metric, province, epoch, as_of_ms, counties, neighbourhoods from coverage`,
      ),
    ),
    change(
      db.text(
        sql`insert into pinned_places (pin, kind, key, province, code, name_fa, name_en, status, ended_on) select ${id}, 'province', slug, slug, code, name_fa, name_en, status, null from provinces union all select ${id}, 'county', code, province, code, name_fa, name_en, null, ended_on from counties`,
      ),
    ),
  ],
  audit: ({ id }) => ({ subject: id, unitId: null, fields: ['path'] }),
  answer: ({ id, atMs }, _state, { path }) => ({ id, atMs, path: pinnedPath(path, id) }),
});
