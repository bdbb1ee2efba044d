export { adoptExperience } from './commands/adopt-experience.ts';
export { amendExperience } from './commands/amend-experience.ts';
export { answerExperience } from './commands/answer-experience.ts';
export { discardDraft } from './commands/discard-draft.ts';
export { publishExperience } from './commands/publish-experience.ts';
export { unadoptExperience } from './commands/unadopt-experience.ts';
export { withdrawExperience } from './commands/withdraw-experience.ts';
export { draftExperience } from './commands/draft-experience.ts';
export { figuresNow } from './figures-now.ts';
export {
  adoptedLetter,
  answeredLetter,
  publishedLetter,
  repliedLetter,
  type PostTold,
} from './letters/experience-letters.ts';
export { catchUp } from './letters/catch-up.ts';
export { experienceIntakes, experienceProvinceIntakes } from './letters/intakes.ts';
export { keepAdoption, keepAnswer, keepPost } from './letters/keep.ts';
