import { get, post } from '@mahalleh/http';
import { adoptTemplate } from '../commands/adopt-template.ts';
import { endAdoption } from '../commands/end-adoption.ts';
import { rewordAdoption } from '../commands/reword-adoption.ts';
import { readAdoption } from '../queries/adoption.ts';
import { listAdoptions } from '../queries/adoptions.ts';
import { previewAdoption } from '../queries/preview.ts';
import { recordOrigin } from '../queries/record-origin.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const ELEMENT = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e21';
const ONE = { adoptionId: ID };

/** Where adopt is reached, below a province. */
export const adoptRoutes = [
  get('/templates/{templateId}/preview', previewAdoption, { example: { templateId: ID, unitId: ID } }),
  post('/templates/{templateId}/adopt', adoptTemplate, {
    status: 201,
    example: {
      templateId: ID,
      version: 1,
      unitId: ID,
      startsOn: '1405-09-15',
      withoutParts: ['targets'],
      mapping: { [ELEMENT]: 'education' },
    },
  }),
  get('/adoptions', listAdoptions, { example: { status: 'active' } }),
  get('/adoptions/{adoptionId}', readAdoption, { example: ONE }),
  post('/adoptions/{adoptionId}/reword', rewordAdoption, {
    example: { ...ONE, elementId: ELEMENT, revision: 1, words: { text: 'پیش از هر کار با هیئت‌امنا گفت‌وگو کنید.' } },
  }),
  post('/adoptions/{adoptionId}/end', endAdoption, {
    example: { ...ONE, revision: 1, reason: 'محله راه دیگری در پیش گرفت.' },
  }),
  get('/record-origin', recordOrigin, { example: { kind: 'operation', key: ID } }),
] as const;
