import { defineCount, type DirtyMark } from '@mahalleh/metric';

/** What the neighbourhoods have to solve their problems with, by kind. */
export const capacityCount = defineCount({
  key: 'capacity.count',
  version: 2,
  unit: 'capacity',
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  by: ['kind'],
  owner: { key: 'capacity', title: { fa: 'بانک ظرفیت‌ها', en: 'Bank of capacities' } },
  sensitivity: 'open',
  feature: 'capacity',
  title: { fa: 'ظرفیت‌ها', en: 'Capacities' },
  definition: {
    fa: 'نهادها، مکان‌ها، تجهیزات، مهارت‌ها و منابع مالی که اکنون در بانک ظرفیت‌ها هستند؛ هر مدخل یک بار، هر تعداد یا مبلغ که باشد. در نسخه ۱ منابع مالی شمرده نمی‌شد.',
    en: 'Institutions, places, equipment, skills and funds now in the capacity bank; each entry once, whatever its quantity or amount. Version 1 did not count funds.',
  },
  source: {
    fa: 'برنامه عملیاتی وزارت کشور، مهر ۱۴۰۴: بانک ظرفیت‌ها (گام دو)',
    en: 'Action plan of the Interior Ministry, Mehr 1404: the capacity bank (step 2)',
  },
  from: 'select c.unit_id, c.kind as kind, count(*) as amount from capacities c where c.unit_id in (:units) and c.withdrawn_at_ms is null group by 1, 2',
});

/** Every figure that capacities give. */
export const metrics = [capacityCount] as const;

/** What makes a unit's figures stale. */
export const marks: DirtyMark[] = [{ table: 'capacities', feature: 'capacity' }];
