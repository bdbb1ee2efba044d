import type { KindName } from '@mahalleh/templates/kinds';
import type { SampleAdoption } from './adopt-starter.ts';
import { STARTER_LIBRARY } from './starter/index.ts';

const [SHEIKHABAD, PARDISAN, RAILWAY] = STARTER_LIBRARY;

/** Who uses what, since when. Qom’s has a later version to come to; three of Qazvin are enough to tell what came of it. */
export const SAMPLE_USES: readonly SampleAdoption[] = [
  { of: SHEIKHABAD, province: 'qazvin', unit: 'گلستان', daysAgo: 176 },
  { of: SHEIKHABAD, province: 'qazvin', unit: 'حافظ', daysAgo: 150 },
  { of: SHEIKHABAD, province: 'qazvin', unit: 'باغ ملی', daysAgo: 128 },
  { of: RAILWAY, province: 'qom', unit: 'امام رضا', daysAgo: 140 },
  { of: SHEIKHABAD, province: 'isfahan', daysAgo: 160 },
  { of: SHEIKHABAD, province: 'fars', daysAgo: 145 },
  { of: PARDISAN, province: 'markazi', daysAgo: 130 },
];

/** Something that an adopter of the sample does otherwise: other words of an element, by the kind and key that the library knows it by. */
export type SampleChange = {
  readonly kind: KindName;
  readonly key: string;
  readonly field: string;
  readonly text: string;
};

/** What Qazvin does otherwise in the neighbourhood that has gone furthest; the first two it proposes to Qom. */
export const QAZVIN_CHANGES: readonly SampleChange[] = [
  {
    kind: 'operation',
    key: 'waste',
    field: 'title',
    text: 'پاک‌سازی زمین‌های رها، جایگاه پسماند و نهال‌کاری',
  },
  { kind: 'task', key: 'light/map', field: 'title', text: 'نقشه چراغ‌های خاموش با سرکشی شبانه و عکس از هر گذر' },
  {
    kind: 'lesson',
    key: 'small',
    field: 'text',
    text: 'روشنایی گذرها زود به نتیجه رسید و اعتماد آورد. در این محله نهال‌کاری نیز همان کار را کرد: دانش‌آموزان نهال خود را آب می‌دهند.',
  },
];

/** A task that Qazvin added to the cleaning of plots. */
export const QAZVIN_TASK = { operation: 'waste', title: 'کاشت نهال در زمین پاک‌شده با دانش‌آموزان' };

/** What Qom does otherwise with the base of Railway: where the second version says it anew too, it is decided at the upgrade. */
export const QOM_CHANGES: readonly SampleChange[] = [
  { kind: 'task', key: 'base/trial', field: 'title', text: 'چهار هفته آزمایشی، هر شب تا ساعت ۲۱' },
  { kind: 'operation', key: 'youth', field: 'title', text: 'پاتوق ورزشی عصر نوجوانان در تابستان' },
];

/** What of it Qazvin proposes to Qom, and why; nobody has answered yet. */
export const QAZVIN_PROPOSAL = {
  changes: QAZVIN_CHANGES.slice(0, 2),
  note: 'زمینی که پاک می‌شود اگر سبز نشود دوباره پر می‌شود؛ با نهال‌کاری دانش‌آموزان زمین‌ها پاک ماند. (نمونه)',
  daysAgo: 9,
};
