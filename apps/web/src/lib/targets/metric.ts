import { rowsOf } from './rows';

const MILESTONE = ['onDate', 'value'] as const;

/** The milestones that were typed; an amendment gives them whole. */
export const milestonesOf = (form: FormData): readonly Record<string, string>[] =>
  rowsOf(form, 'milestones', MILESTONE);

/** The body of a new target: the chosen measure becomes its metric and dimensions, or its indicator; none means that somebody reports the value. */
export const targetBody = (body: Record<string, unknown>, form: FormData): Record<string, unknown> => {
  const chosen = String(form.get('_metric') ?? '');
  const whole = { ...body, milestones: milestonesOf(form) };
  if (chosen.startsWith('indicator:')) return { ...whole, indicatorId: chosen.slice('indicator:'.length) };
  const [metricKey = '', metricDims = ''] = chosen.split('|');
  if (metricKey === '') return whole;
  return { ...whole, metricKey, ...(metricDims === '' ? {} : { metricDims }) };
};
