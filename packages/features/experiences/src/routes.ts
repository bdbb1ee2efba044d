import { get, post } from '@mahalleh/http';
import { adoptExperience } from './commands/adopt-experience.ts';
import { amendExperience } from './commands/amend-experience.ts';
import { answerExperience } from './commands/answer-experience.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { publishExperience } from './commands/publish-experience.ts';
import { unadoptExperience } from './commands/unadopt-experience.ts';
import { withdrawExperience } from './commands/withdraw-experience.ts';
import { draftExperience } from './commands/draft-experience.ts';
import { answerForMinistry } from './nation/answer-experience.ts';
import { hideExperience } from './nation/hide-experience.ts';
import { listDrafts } from './queries/drafts.ts';
import { readDraft } from './queries/draft.ts';
import { readExperience } from './queries/experience.ts';
import { listExperiences } from './queries/experiences.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const EDIT = { draftId: ID, revision: 1 };
const WORDS = {
  kind: 'experience',
  domain: 'education',
  title: 'کلاس‌های تقویتی در مسجد محله',
  tried: 'عصرها در سه مسجد، معلمان داوطلب به دانش‌آموزان پایه ششم درس دادند.',
  outcome: 'در دو ماه ۱۲۰ دانش‌آموز آمدند و غیبت از مدرسه کمتر شد.',
};
const ONE = { experienceId: ID };
const SAID = { ...ONE, body: 'ما همین را در دو محله آزمودیم؛ ساعت کلاس پس از نماز بهتر بود.' };
const WHY = { ...ONE, reason: 'رقم‌ها باید بازبینی شود.' };

/** Where experiences are reached, below a province. */
export const experiencesRoutes = [
  get('/experiences', listExperiences, { example: { q: 'مسجد' } }),
  get('/experiences/{experienceId}', readExperience, { example: ONE }),
  post('/experiences/{experienceId}/answer', answerExperience, { status: 201, example: SAID }),
  post('/experiences/{experienceId}/adopt', adoptExperience, { example: { ...ONE, note: 'در سه محله' } }),
  post('/experiences/{experienceId}/unadopt', unadoptExperience, { example: ONE }),
  post('/experiences/{experienceId}/withdraw', withdrawExperience, { example: WHY }),
  get('/experience-drafts', listDrafts, { example: {} }),
  post('/experience-drafts', draftExperience, { status: 201, example: WORDS }),
  get('/experience-drafts/{draftId}', readDraft, { example: { draftId: ID } }),
  post('/experience-drafts/{draftId}/amend', amendExperience, {
    example: { ...EDIT, ...WORDS, figures: ['operations_done'] },
  }),
  post('/experience-drafts/{draftId}/discard', discardDraft, { example: EDIT }),
  post('/experience-drafts/{draftId}/publish', publishExperience, { status: 201, example: EDIT }),
] as const;

/** Where experiences are reached at the ministry. */
export const experiencesNationRoutes = [
  get('/experiences', listExperiences, { example: { q: 'مسجد' } }),
  get('/experiences/{experienceId}', readExperience, { example: ONE }),
  post('/experiences/{experienceId}/answer', answerForMinistry, { status: 201, example: SAID }),
  post('/experiences/{experienceId}/hide', hideExperience, { example: WHY }),
] as const;
