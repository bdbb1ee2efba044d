import { read, type CallEvent } from '$lib/api';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { TEMPLATE_FILTERS, type Comparison, type Template, type Templates } from './model';

const apiOf = (event: CallEvent): string => workspaceOf(event.params?.['province']).api;

/** The catalogue as the address asks for it. */
export const loadTemplates = (event: CallEvent): Promise<Templates> =>
  read<Templates>(event, `${apiOf(event)}/templates${queryOf(event.url, ...TEMPLATE_FILTERS)}`);

/** The version of a template that the address names, or the one that is shown. */
export const loadTemplate = (event: CallEvent): Promise<Template> =>
  read<Template>(
    event,
    `${apiOf(event)}/templates/${event.params?.['templateId'] ?? ''}${queryOf(event.url, 'version')}`,
  );

/** What can be compared, and the comparison once two are chosen. */
export const loadComparison = async (
  event: CallEvent,
): Promise<{ templates: Templates; comparison: Comparison | null }> => {
  const asked = queryOf(event.url, 'one', 'oneVersion', 'other', 'otherVersion');
  const isChosen = event.url.searchParams.get('one') && event.url.searchParams.get('other');
  const [templates, comparison] = await Promise.all([
    read<Templates>(event, `${apiOf(event)}/templates?perPage=100`),
    isChosen ? read<Comparison>(event, `${apiOf(event)}/template-comparison${asked}`) : null,
  ]);
  return { templates, comparison };
};
