import { defineCount, type DirtyMark, type Owner, type StoredMetric } from '@mahalleh/metric';
import { conformanceSql, councilsIn, mandateChangesSql, startOfDaySql } from './rules-sql.ts';

const OWNER: Owner = { key: 'councils', title: { fa: 'شوراها', en: 'Councils' } };

const SOURCE = {
  fa: 'وزارت کشور، برنامه عملیاتی طرح، لازم‌الاجرا از ۱ مهر ۱۴۰۴؛ آیین‌نامه‌های استان',
  en: 'Interior Ministry, action plan of the programme, in force from 1 Mehr 1404; charters of the province',
};

const livingUnits = (kinds: string): string =>
  `+u.kind in (${kinds}) and (u.ended_on is null or u.ended_on > :today) and u.id in (:units)`;

/** One row per living unit of the kinds: whether its council is formed, not formed, or not there. */
const statesSql = (councilKind: string, unitKinds: string): string =>
  "select u.id as unit_id, case when k.is_formed is null then 'absent' when k.is_formed then 'formed' else 'not_formed' end as state, 1 as amount" +
  ` from units u left join (${conformanceSql(councilsIn(':units', councilKind))}) k on k.unit_id = u.id where ${livingUnits(unitKinds)}`;

const changesSql = (councilKind: string, unitKinds: string): string =>
  `${mandateChangesSql(':units', councilKind)} union all select u.id as unit_id, ${startOfDaySql('u.ended_on')} as at_ms from units u where u.ended_on is not null and ${livingUnits(unitKinds)}`;

/** Counties by the state of their steering council; a county without one is counted as absent. */
export const steeringCouncils = defineCount({
  key: 'council.steering',
  version: 1,
  unit: 'council',
  nature: 'stock',
  population: 'things',
  per: 'county',
  by: ['state'],
  owner: OWNER,
  sensitivity: 'open',
  feature: 'councils',
  title: { fa: 'شوراهای راهبری شهرستان', en: 'County steering councils' },
  definition: {
    fa: 'هر شهرستان یک بار: «تشکیل شده» یعنی همه کرسی‌های الزامی آیین‌نامه دارنده و پذیرش شرح وظایف دارند و نشست نخست برگزار شده است؛ شهرستان بی‌شورا «بدون شورا» شمرده می‌شود.',
    en: 'Each county once: formed means that every seat its charter requires is held and sworn and the first meeting was held; a county without a council counts as absent.',
  },
  source: SOURCE,
  from: statesSql('county_steering', "'county'"),
  nextChange: changesSql('county_steering', "'county'"),
});

/** Neighbourhoods by the state of their progress council; a neighbourhood without one is counted as absent. */
export const progressCouncils = defineCount({
  key: 'council.progress',
  version: 1,
  unit: 'council',
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  by: ['state'],
  owner: OWNER,
  sensitivity: 'open',
  feature: 'councils',
  title: { fa: 'شوراهای پیشرفت محله', en: 'Neighbourhood progress councils' },
  definition: {
    fa: 'هر محله یا روستا یک بار: «تشکیل شده» یعنی همه کرسی‌های الزامی آیین‌نامه دارنده و پذیرش شرح وظایف دارند و نشست نخست برگزار شده است؛ محله بی‌شورا «بدون شورا» شمرده می‌شود.',
    en: 'Each neighbourhood or village once: formed means that every seat its charter requires is held and sworn and the first meeting was held; a neighbourhood without a council counts as absent.',
  },
  source: SOURCE,
  from: statesSql('neighbourhood_progress', "'neighbourhood', 'village'"),
  nextChange: changesSql('neighbourhood_progress', "'neighbourhood', 'village'"),
});

/** The figures of councils. */
export const metrics: readonly StoredMetric[] = [steeringCouncils, progressCouncils];

/** The tables whose changes can change a council's figures. */
export const marks: readonly DirtyMark[] = [
  { table: 'councils', feature: 'councils' },
  { table: 'appointments', feature: 'councils' },
  { table: 'units', feature: 'councils', unit: 'id', columns: ['kind', 'county_id', 'ended_on'] },
];
