import { defineLetter } from '@mahalleh/border';
import { isPeopleKey } from '@mahalleh/metric';
import * as z from 'zod';

const county = z
  .string()
  .regex(/^\d{4}$/)
  .describe('Official code of the county');
/** People leave only when a month is closed, after suppression: a cell of people does not pass the border. */
const metric = z
  .string()
  .max(80)
  .refine((key) => !isPeopleKey(key))
  .describe('Key and version of the metric, never one of people');

/** Cells that changed since the last letter of this kind. */
export const cellsLetter = defineLetter(
  'rollup.cells',
  z.strictObject({
    upTo: z.int().nonnegative().describe('The last cell sequence number that this letter holds'),
    asOfMs: z
      .int()
      .nullable()
      .describe('All facts were up to date at this instant (UTC milliseconds); null while some are being recomputed'),
    isComplete: z.boolean().describe('After this letter the nation holds every cell of this epoch'),
    cells: z.array(
      z.strictObject({
        county,
        metric,
        dims: z.string().max(200).describe('Dimension values from national code lists'),
        period: z.string().max(7).describe('Jalali month of a flow; empty for a stock'),
        value: z.int().describe('The count or sum'),
      }),
    ),
  }),
  {
    to: 'nation',
    nature: 'state',
    about: {
      fa: 'خانه‌های تجمیع که از نامه پیشین تاکنون تغییر کرده‌اند: شمار چیزها در هر شهرستان؛ نه پرونده، نه شخص.',
      en: 'Rollup cells changed since the last letter: counts of things per county; no case and no person.',
    },
  },
);

/** What a province covers, sent every minute: it tells a covered zero from a missing figure. */
export const coverageLetter = defineLetter(
  'rollup.coverage',
  z.strictObject({
    asOfMs: z.int().describe('All facts were up to date at this instant (UTC milliseconds)'),
    counties: z.array(
      z.strictObject({
        code: county,
        nameFa: z.string().max(120).describe('Name of the county'),
        nameEn: z.string().max(120).nullable().describe('Name of the county in Latin script'),
      }),
    ),
    neighbourhoods: z.int().nonnegative().describe('Neighbourhoods and villages in the province'),
    metrics: z.array(metric),
  }),
  {
    to: 'nation',
    nature: 'state',
    about: {
      fa: 'پوشش: این استان کدام سنجه‌ها را، تا چه زمانی و برای چند شهرستان حساب کرده است.',
      en: 'Coverage: which metrics the province has computed, as of when, over how many counties.',
    },
  },
);

/** Every kind of letter of the rollups. */
export const rollupLetters = [cellsLetter, coverageLetter] as const;
