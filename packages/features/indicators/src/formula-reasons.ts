import type { Reasons } from '@mahalleh/kernel';

/** What can be wrong with a formula; `{at}` counts its characters from 1. */
export const formulaReasons = {
  formula_empty: { fa: 'فرمول خالی است.', en: 'The formula is empty.' },
  formula_too_long: {
    fa: 'فرمول بلندتر از {max} نویسه است.',
    en: 'The formula is longer than {max} characters.',
  },
  formula_too_deep: {
    fa: 'در جای {at}: پرانتزها بیش از {max} لایه در هم رفته‌اند.',
    en: 'At {at}: brackets are nested more than {max} deep.',
  },
  formula_sign_unknown: {
    fa: 'در جای {at}: «{found}» در فرمول معنا ندارد. عدد، + − × ÷، پرانتز، نام شاخص‌ها، metric، total و population پذیرفته است.',
    en: 'At {at}: "{found}" has no meaning in a formula. It takes numbers, + − × ÷, brackets, names of indicators, metric, total and population.',
  },
  formula_unexpected: {
    fa: 'در جای {at}: «{found}» اینجا نمی‌آید.',
    en: 'At {at}: "{found}" does not belong here.',
  },
  formula_ends_early: {
    fa: 'فرمول در جای {at} تمام می‌شود و چیزی کم دارد.',
    en: 'The formula ends at {at}, and something is missing.',
  },
  formula_bracket_open: {
    fa: 'پرانتزی که در جای {at} باز شده بسته نشده است.',
    en: 'The bracket opened at {at} is not closed.',
  },
  formula_name_unknown: {
    fa: 'در جای {at}: شاخصی با نام «{name}» نیست.',
    en: 'At {at}: there is no indicator called "{name}".',
  },
  formula_metric_unknown: {
    fa: 'در جای {at}: سنجه‌ای با نام «{name}» نیست.',
    en: 'At {at}: there is no metric called "{name}".',
  },
  formula_cut_unknown: {
    fa: 'در جای {at}: این سنجه برش «{name}» ندارد.',
    en: 'At {at}: the metric has no cut "{name}".',
  },
  formula_total_of_stock: {
    fa: 'در جای {at}: «{name}» مقدار اکنون است و از آغاز جمع نمی‌شود؛ metric بنویسید.',
    en: 'At {at}: "{name}" is a level and does not add up over time; write metric.',
  },
  formula_loop: {
    fa: 'این فرمول به خودش برمی‌گردد: {loop}',
    en: 'This formula leads back to itself: {loop}',
  },
  formula_units_differ: {
    fa: 'در جای {at}: «{left}» و «{right}» با هم جمع و از هم کم نمی‌شوند.',
    en: 'At {at}: "{left}" and "{right}" are neither added nor subtracted.',
  },
  formula_result_differs: {
    fa: 'حاصل فرمول «{result}» است، نه «{declared}».',
    en: 'The formula comes out in "{result}", not "{declared}".',
  },
  formula_part_more_often: {
    fa: 'در جای {at}: «{name}» بیش از این شاخص سنجیده می‌شود و در هر دوره آن چند مقدار دارد.',
    en: 'At {at}: "{name}" is measured more often than this indicator and has several values in each of its periods.',
  },
  formula_of_people: {
    fa: 'در جای {at}: «{name}» درباره اشخاص است؛ این شاخص را هم درباره اشخاص بدانید تا شمارهای کوچک پوشانده شود.',
    en: 'At {at}: "{name}" tells of people; say that this indicator does too, so that small numbers stay hidden.',
  },
  formula_reads_nothing: {
    fa: 'فرمول تنها عدد است و چیزی را نمی‌سنجد.',
    en: 'The formula is a number only and measures nothing.',
  },
} as const satisfies Reasons;
