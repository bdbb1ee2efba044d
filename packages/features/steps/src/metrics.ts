import { mandateChangesSql, progressCouncils, startOfDaySql } from '@mahalleh/councils';
import { defineCount, defineRatio, type DirtyMark, type Metric, type Owner } from '@mahalleh/metric';
import { stepsSql } from './rules-sql.ts';

const LIVING =
  "select n.id from units n where +n.kind in ('neighbourhood', 'village') and (n.ended_on is null or n.ended_on > :today) and n.id in (:units)";

/** A step changes by the clock alone when a mandate in the council begins or ends, or the neighbourhood ends. */
const nextChange =
  `${mandateChangesSql(':units', 'neighbourhood_progress')} union all` +
  ` select n.id as unit_id, ${startOfDaySql('n.ended_on')} as at_ms from units n where n.ended_on > :today and n.id in (:units)`;

/** The steps of the living, from which both metrics select. */
const STEPS = stepsSql(LIVING, 'bounded');

const OWNER: Owner = { key: 'steps', title: { fa: 'گام‌های محله', en: 'Steps of a neighbourhood' } };

const common = {
  version: 1,
  unit: 'neighbourhood',
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  feature: 'steps',
  source: {
    fa: 'وزارت کشور، برنامه عملیاتی طرح، لازم‌الاجرا از ۱ مهر ۱۴۰۴: سه گام محله',
    en: 'Interior Ministry, action plan of the programme, in force from 1 Mehr 1404: the three steps of a neighbourhood',
  },
  owner: OWNER,
  sensitivity: 'open',
  shares: STEPS,
  nextChange,
} as const;

/** Neighbourhoods by how many of the three steps are complete. */
export const neighbourhoodsByStep = defineCount({
  ...common,
  key: 'neighbourhood.by_step',
  by: ['step'],
  title: { fa: 'محله‌ها به تفکیک گام', en: 'Neighbourhoods by step' },
  definition: {
    fa: 'هر محله یا روستا یک بار، با شمار گام‌های پیاپی کامل‌شده: ۱ شورا تشکیل شده، ۲ مسائل و ظرفیت‌ها ثبت و بررسی شده، ۳ عملیات با مستندات و نتیجه انجام شده است. گام از پرونده محاسبه می‌شود.',
    en: 'Each neighbourhood or village once, by how many steps are complete from the first on: 1 council formed, 2 problems triaged and capacities on record, 3 an operation done with evidence and result. Computed from the records.',
  },
  from: `select t.unit_id, t.step, 1 as amount from (${STEPS}) t`,
});

/** Neighbourhoods by the first thing that they lack for the next step. */
export const neighbourhoodsByLack = defineCount({
  ...common,
  key: 'neighbourhood.by_lack',
  by: ['lack'],
  title: { fa: 'محله‌ها به تفکیک کمبود گام بعد', en: 'Neighbourhoods by what the next step lacks' },
  definition: {
    fa: 'هر محله یا روستا یک بار، با نخستین شرطی که برای گام بعد هنوز برقرار نیست.',
    en: 'Each neighbourhood or village once, by the first condition of its next step that is not met yet.',
  },
  from: `select t.unit_id, t.lack, 1 as amount from (${STEPS}) t`,
});

/** The share of neighbourhoods whose progress council is formed. */
export const councilShare = defineRatio({
  key: 'neighbourhood.council_share',
  version: 1,
  title: { fa: 'سهم محله‌های دارای شورای تشکیل‌شده', en: 'Share of neighbourhoods with a formed council' },
  definition: {
    fa: 'شمار محله‌هایی که شورای پیشرفت آن‌ها تشکیل شده، بخش بر شمار همه محله‌ها؛ محله بی‌شورا در مخرج هست.',
    en: 'Neighbourhoods whose progress council is formed over all neighbourhoods; those without a council are in the denominator.',
  },
  owner: OWNER,
  sensitivity: 'open',
  source: progressCouncils.source,
  of: { metric: progressCouncils, where: { state: ['formed'] } },
  over: { metric: progressCouncils },
});

/** The figures of steps. */
export const metrics: readonly Metric[] = [neighbourhoodsByStep, neighbourhoodsByLack, councilShare];

/** The tables whose changes can change a step. */
export const marks: readonly DirtyMark[] = [
  ...['councils', 'appointments', 'problems', 'capacities', 'operations', 'tasks', 'evidence'].map((table) => ({
    table,
    feature: 'steps',
  })),
  { table: 'units', feature: 'steps', unit: 'id', columns: ['kind', 'county_id', 'ended_on'] },
];
