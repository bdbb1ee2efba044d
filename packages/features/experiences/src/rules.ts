import { personalNumberIn, refuse, type FieldFault, type PersonalNumber, type Refusal } from '@mahalleh/kernel';
import type { Ending } from './kinds.ts';

const ADDRESS = /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;

/** Whether no e-mail address stands in the text. */
export const holdsNoAddress = (text: string): boolean => !ADDRESS.test(text.normalize('NFKC'));

/** What of a person a text holds, if anything. */
export const personalDataIn = (text: string): PersonalNumber | 'email' | undefined =>
  personalNumberIn(text) ?? (holdsNoAddress(text) ? undefined : 'email');

/** The parts of a post in which something can be wrong. */
export type Part = 'title' | 'tried' | 'outcome' | 'advice' | 'operations' | 'notes';

/** Something that must be put right before a post is published. */
export type Found = { readonly field: Part; readonly kind: PersonalNumber | 'email' | 'missing' };

/** Everything that a post would say, part by part. */
export type Saying = {
  readonly title: string;
  readonly tried: string | null;
  readonly outcome: string | null;
  readonly advice: string | null;
  readonly operations: readonly string[];
  readonly notes: readonly string[];
};

/** What keeps a post from being published: personal data wherever it stands, and a section that must not be missing. */
export const findingsOf = (saying: Saying): Found[] => {
  const told: readonly (readonly [Part, readonly string[]])[] = [
    ['title', [saying.title]],
    ['tried', [saying.tried ?? '']],
    ['outcome', [saying.outcome ?? '']],
    ['advice', [saying.advice ?? '']],
    ['operations', saying.operations],
    ['notes', saying.notes],
  ];
  const personal = told.flatMap(([field, texts]) => {
    const kind = texts.map(personalDataIn).find((found) => found !== undefined);
    return kind === undefined ? [] : [{ field, kind }];
  });
  const missing = (['tried', 'outcome'] as const).filter((field) => (saying[field] ?? '') === '');
  return [...personal, ...missing.map((field) => ({ field, kind: 'missing' as const }))];
};

const faultOf = ({ field, kind }: Found): FieldFault => {
  if (kind === 'missing') return { field, reason: 'required' };
  return kind === 'email' ? { field, reason: 'email_in_text' } : { field, reason: 'personal_number_in_text' };
};

/** Why a post cannot be published, every part named, or undefined. */
export const whyNotPublish = (found: readonly Found[]): Refusal | undefined => {
  if (found.length === 0) return undefined;
  const isPersonal = found.some(({ kind }) => kind !== 'missing');
  return refuse(isPersonal ? 'personal_data_in_experience' : 'experience_incomplete', { faults: found.map(faultOf) });
};

/** Why nothing more can be said to a post, or undefined. */
export const whyNotTalk = (ending: Ending | null): Refusal | undefined => {
  if (ending === null) return undefined;
  return refuse(ending === 'withdrawn' ? 'experience_withdrawn' : 'experience_hidden');
};

/** Why a province cannot adopt a post, or undefined. */
export const whyNotAdopt = (
  post: { readonly isOwn: boolean; readonly ending: Ending | null },
  isAdopted: boolean,
): Refusal | undefined => {
  if (post.isOwn) return refuse('experience_is_own');
  return whyNotTalk(post.ending) ?? (isAdopted ? refuse('experience_adopted') : undefined);
};
