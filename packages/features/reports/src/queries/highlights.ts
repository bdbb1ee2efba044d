import { defineQuery, many, one } from '@mahalleh/gate';
import { zInput } from '@mahalleh/kernel';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { zPeriod } from '../model.ts';
import { boundsOfPeriod } from '../periods.ts';
import { closings } from '../schema.ts';

const ModelOutput = z.object({
  nameFa: z.string(),
  nameEn: z.string().nullable(),
  countyFa: z.string().nullable(),
  countyEn: z.string().nullable(),
  step: z.int(),
  solved: z.int(),
  done: z.int(),
});
const BestOutput = z.object({
  code: z.string(),
  title: z.string(),
  placeFa: z.string(),
  placeEn: z.string().nullable(),
  result: z.string().nullable(),
  contributedRial: z.int(),
});

const PlaceOutput = z.object({
  latitude: z.number(),
  longitude: z.number(),
  step: z.int(),
  isModel: z.boolean(),
  nameFa: z.string(),
  nameEn: z.string().nullable(),
});

const STEP = sql`coalesce((select cast(substr(f.dims, 6) as integer) from facts f where f.unit_id = u.id and f.metric = 'neighbourhood.by_step@1' limit 1), 0)`;
const PLACES = 2_000;
const MODELS = 6;
const BEST = 5;

/** What a governor's document tells besides the figures: where the neighbourhoods lie and how far they are, the model ones, and operations that were finished in the period with a result. None of a sensitive domain. */
export const readHighlights = defineQuery({
  name: 'report.highlights',
  permission: 'report.read',
  input: zInput({ period: zPeriod }),
  output: z.object({ models: z.array(ModelOutput), best: z.array(BestOutput), places: z.array(PlaceOutput) }),
  ask: (db, { period }) => {
    const { fromMs, toMs } = boundsOfPeriod(period);
    return {
      closing: one(
        db.select({ period: closings.period }).from(closings).where(eq(closings.period, period)).limit(1),
        'report_unknown',
      ),
      models: many(
        db.text<z.infer<typeof ModelOutput>>(
          sql`select u.name_fa as "nameFa", u.name_en as "nameEn", k.name_fa as "countyFa", k.name_en as "countyEn", ${STEP} as step, coalesce((select sum(f.value) from facts f where f.unit_id = u.id and f.metric = 'problem.solved@2'), 0) as solved, (select count(*) from operations o where o.unit_id = u.id and o.status = 'done') as done from units u left join units k on k.id = u.county_id where u.is_model = 1 and u.ended_on is null order by step desc, solved desc limit ${MODELS}`,
        ),
      ),
      places: many(
        db.text<Omit<z.infer<typeof PlaceOutput>, 'isModel'> & { isModel: number }>(
          sql`select u.latitude, u.longitude, ${STEP} as step, u.is_model as "isModel", u.name_fa as "nameFa", u.name_en as "nameEn" from units u where u.kind in ('neighbourhood', 'village') and u.ended_on is null and u.latitude is not null and u.longitude is not null limit ${PLACES}`,
        ),
      ),
      best: many(
        db.text<z.infer<typeof BestOutput>>(
          sql`select o.code, o.title, u.name_fa as "placeFa", u.name_en as "placeEn", o.result_note as result, coalesce((select sum(c.value_rial) from contributions c where c.operation_id = o.id and c.removed_at_ms is null), 0) as "contributedRial" from operations o join units u on u.id = o.unit_id join domains d on d.key = o.domain_key where o.status = 'done' and o.finished_at_ms >= ${fromMs} and o.finished_at_ms < ${toMs} and d.is_sensitive = 0 order by (o.result_value is not null) desc, "contributedRial" desc limit ${BEST}`,
        ),
      ),
    };
  },
  shape: ({ models, best, places }) => ({
    models,
    best,
    places: places.map((place) => ({ ...place, isModel: place.isModel === 1 })),
  }),
});
