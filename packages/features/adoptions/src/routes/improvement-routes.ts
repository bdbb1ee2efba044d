import { get, post } from '@mahalleh/http';
import { answerImprovement } from '../commands/answer-improvement.ts';
import { proposeImprovement } from '../commands/propose-improvement.ts';
import { readImprovement } from '../queries/improvement.ts';
import { listImprovements } from '../queries/improvements.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const ONE = { improvementId: ID };

/** Where improvements are reached, below a province. */
export const improvementRoutes = [
  get('/improvements', listImprovements, { example: {} }),
  get('/improvements/{improvementId}', readImprovement, { example: ONE }),
  post('/improvements', proposeImprovement, {
    status: 201,
    example: { adoptionId: ID, keys: [`${ID}.title`], note: 'در دو محله آزمودیم و زودتر به نتیجه رسید.' },
  }),
  post('/improvements/{improvementId}/answer', answerImprovement, {
    example: { ...ONE, taken: [`${ID}.title`], answer: 'سپاس؛ در نسخه بعدی می‌آید.' },
  }),
] as const;
