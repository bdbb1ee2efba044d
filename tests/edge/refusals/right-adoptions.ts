import { by, plain, type Makers } from './asked-by.ts';
import { day } from './makers.ts';
import type { RightRequests } from './right-identity.ts';
import type { Workspace } from './world.ts';

type Listed = { rows: { templateId: string }[] };
type Guess = { key: string };
type Preview = {
  template: { version: number };
  parts: { part: string; mandate: string | null }[];
  elements: { id: string; part: string | null; mapsTo: Guess[]; joins: Guess[]; meeting: string }[];
};

/** A template of the catalogue that has lessons: the sample's provinces have published some; what other tests publish may have none. */
const template = async (w: Workspace): Promise<string> => {
  const { rows } = (await w.get('/templates', { part: 'lessons' })) as unknown as Listed;
  const [first] = rows;
  if (!first) throw new Error('the catalogue is empty');
  return first.templateId;
};

const against = async (m: Makers, w: Workspace) => ({
  templateId: await template(w),
  unitId: (await m.neighbourhood()).id,
});

/** What can be adopted in a fresh neighbourhood: what must be taken and the lessons, as the preview proposes them. */
const adoptable = async (m: Makers, w: Workspace) => {
  const { templateId, unitId } = await against(m, w);
  const preview = (await w.get(`/templates/${templateId}/preview`, { unitId })) as unknown as Preview;
  const first = (guesses: (element: Preview['elements'][number]) => Guess[]) =>
    Object.fromEntries(
      preview.elements.flatMap((one) =>
        guesses(one)
          .slice(0, 1)
          .map(({ key }) => [one.id, key]),
      ),
    );
  return {
    ...{ templateId, unitId, version: preview.template.version, startsOn: day(1) },
    withoutParts: preview.parts.flatMap(({ part, mandate }) => (mandate === null && part !== 'lessons' ? [part] : [])),
    mapping: first(({ mapsTo }) => mapsTo),
    joins: first(({ joins }) => joins),
    establishesCouncil: true,
  };
};

/** An adoption of a fresh neighbourhood. */
export const adoption = async (m: Makers, w: Workspace) => {
  const { id, revision } = await w.make('/templates/{templateId}/adopt', await adoptable(m, w));
  return { adoptionId: id, revision };
};

/** The right requests of adopting templates. */
export const rightInAdoptions: RightRequests = {
  'GET /templates/{templateId}/preview': by('dg', against),
  'POST /templates/{templateId}/adopt': by('dg', adoptable),
  'GET /adoptions': plain('observer', { status: 'active' }),
  'GET /adoptions/{adoptionId}': by('observer', async (m, w) => ({ adoptionId: (await adoption(m, w)).adoptionId })),
  'POST /adoptions/{adoptionId}/reword': by('dg', async (m, w) => {
    const { adoptionId } = await adoption(m, w);
    const { elements } = (await w.get(`/adoptions/${adoptionId}`)) as unknown as {
      elements: { id: string; kind: string; revision: number }[];
    };
    const lesson = elements.find(({ kind }) => kind === 'lesson');
    return {
      ...{ adoptionId, elementId: lesson?.id, revision: lesson?.revision },
      words: { text: 'پیش از هر کار با هیئت‌امنا گفت‌وگو کنید.' },
    };
  }),
  'POST /adoptions/{adoptionId}/end': by('dg', async (m, w) => ({
    ...(await adoption(m, w)),
    reason: 'محله راه دیگری در پیش گرفت.',
  })),
  'GET /record-origin': by('observer', async (m) => ({ kind: 'problem', key: (await m.problem()).id })),
};
