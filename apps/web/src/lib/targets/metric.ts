/** The body of a new target: the chosen measure becomes its metric and dimensions; none means that somebody reports the value. */
export const targetBody = (body: Record<string, unknown>, form: FormData): Record<string, unknown> => {
  const [metricKey = '', metricDims = ''] = String(form.get('_metric') ?? '').split('|');
  if (metricKey === '') return body;
  return { ...body, metricKey, ...(metricDims === '' ? {} : { metricDims }) };
};
