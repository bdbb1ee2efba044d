import { defineCount, type DirtyMark } from '@mahalleh/metric';

/** How many neighbourhoods and villages there are: what shares of neighbourhoods are taken of. */
export const neighbourhoodCount = defineCount({
  key: 'neighbourhood.count',
  version: 1,
  unit: 'neighbourhood',
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  by: ['setting'],
  owner: { key: 'units', title: { fa: 'محله‌ها و تقسیمات', en: 'Neighbourhoods and divisions' } },
  sensitivity: 'open',
  feature: 'units',
  title: { fa: 'محله‌ها و روستاها', en: 'Neighbourhoods and villages' },
  definition: {
    fa: 'شمار محله‌ها (شهری) و روستاهایی (روستایی) که ثبت شده‌اند و پایان نیافته‌اند.',
    en: 'The number of neighbourhoods (urban) and villages (rural) that are registered and have not ended.',
  },
  source: {
    fa: 'برنامه عملیاتی مدیریت اجتماعی محله‌محور، وزارت کشور، ۱۴۰۴: واحد طرح',
    en: 'Action plan of neighbourhood-centred social management, Interior Ministry, 1404: the unit of the programme',
  },
  from: "select n.id as unit_id, case n.kind when 'village' then 'rural' else 'urban' end as setting, 1 as amount from units n where +n.kind in ('neighbourhood', 'village') and n.ended_on is null and n.id in (:units)",
});

/** The metrics of units. */
export const metrics = [neighbourhoodCount] as const;

/** What makes units dirty for them. Changes of county and place mark units for every feature: the rollups see to that. */
export const marks: readonly DirtyMark[] = [{ table: 'units', feature: 'units', unit: 'id' }];
