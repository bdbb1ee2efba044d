import type { TestWorkspace } from '@mahalleh/gate/testing';
import { newId } from '@mahalleh/kernel';
import type { TemplateDocument, TemplateElement } from '../src/document/template-document.ts';
import { keepAdopters, keepSigned } from '../src/letters/keep.ts';

/** An id that is the same in every run. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** Qom’s template, and the one of Yazd that was made from it. */
export const [LIT, COPY] = [uuid(900), uuid(901)];

const indicator = (id: number, more: object = {}): TemplateElement => ({
  id: uuid(id),
  kind: 'indicator',
  fields: {
    ...{ key: `i_${id}`, titleFa: 'کوچه‌های روشن', titleEn: null, aim: 'conditions', unit: 'count', direction: 'more' },
    ...{ formula: null, about: null, ofFa: null, ofEn: null, source: 'بازدید', frequency: 'month', addsUp: true },
    ...{ population: 'things', expectedChange: 3, expectedMonths: 6 },
    ...more,
  },
});
const lesson = (id: number): TemplateElement => ({
  id: uuid(id),
  kind: 'lesson',
  fields: { title: 'درس', text: 'درس' },
});

const written = (more: Partial<TemplateDocument>): TemplateDocument => ({
  ...{ format: 'mahalleh-template', formatVersion: 1, templateId: LIT, version: 1, previous: null, province: 'qom' },
  ...{ title: 'روشنایی', summary: '', changes: '', tags: [], setting: 'urban', size: 'small', isSample: false },
  ...{ elements: [], results: [], credits: [], attachments: [] },
  ...more,
});

type Home = TestWorkspace<'province'> | TestWorkspace<'national'>;
/** Saves statements, all or nothing. */
export const save = async (
  home: Home,
  statements: Parameters<ReturnType<Home['ports']['databases']['lane']>['write']>[0]['statements'],
) => {
  const outcome = await home.ports.databases.lane('').write({ commandId: newId(), statements });
  if (outcome.outcome === 'failed') throw new Error(outcome.message);
};
const sign = (home: Home, document: TemplateDocument, digest: string, signedAtMs: number) =>
  save(
    home,
    keepSigned(
      {
        ...{ templateId: document.templateId, version: document.version, digest, document: JSON.stringify(document) },
        ...{ province: document.province, comments: [], seal: { keyId: 'k', publicJwk: '{}', seal: 's' } },
        endorsement: {
          ...{ digest, province: document.province, provinceKeyId: 'k', mandates: [], note: '', author: '' },
          ...{ office: '', signedAtMs, keyId: 'n', seal: 's' },
        },
      },
      document,
      'letter',
    ),
  );
const NONE = { landed: 0, changed: 0, dropped: 0, added: 0, changedByKind: {} };

/** Two versions of Qom's template, one of Yazd made from it, adopters of three provinces. */
export const filled = async (home: Home) => {
  const elements = [indicator(1), indicator(2, { population: 'people' }), indicator(3), lesson(4)];
  await sign(home, written({ elements }), 'one', 1000);
  await sign(
    home,
    written({
      ...{ version: 2, previous: 'one', changes: 'دو درس', elements: [...elements, lesson(5)] },
      credits: [{ province: 'qazvin', note: 'n', elementIds: [uuid(5)] }],
    }),
    'two',
    2000,
  );
  await sign(
    home,
    written({ templateId: COPY, province: 'yazd', title: 'روشنایی یزد', elements: [lesson(4), lesson(5), lesson(6)] }),
    'copy',
    3000,
  );
  const told = (
    province: 'qom' | 'qazvin' | 'yazd',
    county: string,
    version: number,
    adoptions: number,
    overlay: object = {},
  ) =>
    save(
      home,
      keepAdopters({
        templateId: LIT,
        version,
        province,
        county,
        ...{ nameFa: `شهرستان ${county}`, nameEn: null },
        turn: 1,
        adoptions,
        overlay: { ...NONE, ...overlay },
        atMs: 5,
      }),
    );
  await told('qazvin', '2601', 1, 2, { landed: 8, changed: 3, added: 1, changedByKind: { task: 2, problem: 1 } });
  await told('qazvin', '2602', 2, 1, { landed: 4, changed: 1, changedByKind: { problem: 1 } });
  await told('yazd', '2101', 2, 1, { landed: 4, dropped: 1 });
  await told('qom', '2501', 1, 0);
};
