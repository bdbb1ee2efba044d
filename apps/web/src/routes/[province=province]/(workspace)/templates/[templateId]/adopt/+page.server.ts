import { command } from '$lib/action';
import { read } from '$lib/api';
import { adoptBody } from '$lib/adoptions/choices';
import type { Adopted, Preview } from '$lib/adoptions/model';
import { findUnits } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const { url, params } = event;
  const unitId = url.searchParams.get('unitId') ?? url.searchParams.get('unit') ?? '';
  const q = url.searchParams.get('q') ?? '';
  const asked = new URL(url);
  if (unitId !== '') asked.searchParams.set('unitId', unitId);
  const [preview, found, { me }] = await Promise.all([
    unitId === ''
      ? undefined
      : read<Preview>(
          event,
          `${api}/templates/${params.templateId}/preview${queryOf(asked, 'unitId', 'version', 'startsOn')}`,
        ),
    unitId === '' ? findUnits(event, q) : [],
    event.parent(),
    // Nowhere to choose a neighbourhood for where there is no template.
    unitId === '' ? read(event, `${api}/templates/${params.templateId}`) : undefined,
  ]);
  mustBeAllowed(me, 'template.adopt', event);
  return { preview, found, q };
};

export const actions: Actions = {
  adopt: command<Adopted>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/templates/${params['templateId'] ?? ''}/adopt`,
    numbers: ['version'],
    flags: ['establishesCouncil'],
    body: adoptBody,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/adoptions/${id}`,
    says: ({ landed, joined, leftOut }, { locals }) => {
      const n = (value: number): string => formatNumber(value, locals.locale);
      return m.adoptions_adopted({ landed: n(landed), joined: n(joined), left: n(leftOut) });
    },
    undoes: true,
  }),
};
