import { postToProvinces, type Intake, type LetterKind, type SealedLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import {
  adoptedLetter,
  answeredLetter,
  endedLetter,
  publishedLetter,
  repliedLetter,
  sharedLetter,
  takenUpLetter,
  withdrawnLetter,
  type AdoptionTold,
  type AnswerTold,
  type EndingTold,
  type PostTold,
} from './experience-letters.ts';
import { keepAdoption, keepAnswer, keepEnding, keepPost } from './keep.ts';

/** The list of intakes forgets which body is whose; what a kind's schema accepted is what its own intake applies. */
const intake = <Body>(
  letter: LetterKind<string, Body>,
  apply: (letter: SealedLetter, body: Body) => Statement[],
  rebuilds: readonly string[] = [],
): Intake => ({ letter, apply: apply as Intake['apply'], ...(rebuilds.length > 0 ? { rebuilds } : {}) });

/** Keeps what a province says and says it to all provinces in the same save. The letter's seal says whose it is, never its body. */
const passOn =
  <Told extends object, Whole extends Told & { province: string }>(
    whole: (told: Told, province: string) => Whole,
    keep: (whole: Whole) => Statement[],
    onward: LetterKind<string, Whole>,
  ) =>
  ({ province, sentAtMs }: SealedLetter, told: Told): Statement[] => {
    const said = whole(told, province);
    return [...keep(said), postToProvinces(onward, said, sentAtMs, 'all')];
  };

const by = <Told extends object>(told: Told, province: string) => ({ ...told, province });

/** How the nation takes in what provinces publish, answer, adopt and withdraw: kept, and passed on to all provinces. */
export const experienceIntakes: readonly Intake[] = [
  intake(publishedLetter, passOn(by<PostTold>, keepPost, sharedLetter), ['experiences']),
  intake(answeredLetter, passOn(by<AnswerTold>, keepAnswer, repliedLetter), ['experience_answers']),
  intake(adoptedLetter, passOn(by<AdoptionTold>, keepAdoption, takenUpLetter), ['experience_adoptions']),
  intake(
    withdrawnLetter,
    passOn((told: EndingTold, province) => ({ ...told, province, how: 'withdrawn' as const }), keepEnding, endedLetter),
    ['experience_endings'],
  ),
];

/** How a province takes in what the nation passes on. */
export const experienceProvinceIntakes: readonly Intake[] = [
  intake(sharedLetter, (_letter, body) => keepPost(body)),
  intake(repliedLetter, (_letter, body) => keepAnswer(body)),
  intake(takenUpLetter, (_letter, body) => keepAdoption(body)),
  intake(endedLetter, (_letter, body) => keepEnding(body)),
];
