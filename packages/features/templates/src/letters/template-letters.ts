import { defineLetter, type Published } from '@mahalleh/border';
import * as body from './letter-bodies.ts';

/** What a person looked through: roles in place of persons. It is published with all that is in it; no person is named in it. */
const DOCUMENT: Published = {
  document: [
    'templates.document_json *',
    'templates.title',
    'templates.summary',
    'template_submissions.document_json *',
    'template_submissions.title',
    'template_docs.text',
    'template_elements.element_id',
  ],
};
const COMMENTS: Published = {
  'comments[].body': ['template_comments.body'],
  'comments[].author': ['template_comments.author'],
};
const ENDING: Published = { reason: ['template_endings.reason'], author: ['template_endings.author'] };
const PROPOSAL: Published = {
  'changes[].key': ['template_proposals.changes_json'],
  'changes[].elementId': ['template_proposals.changes_json'],
  note: ['template_proposals.note'],
  author: ['template_proposals.author'],
  'changes[].from': ['template_proposals.changes_json'],
  'changes[].to': ['template_proposals.changes_json'],
};
const ANSWER: Published = { answer: ['template_proposals.answer'], author: ['template_proposals.answered_by'] };

/** A province submits a version of a template. */
export const submittedLetter = defineLetter('template.submitted', body.Submitted, {
  ...{ to: 'nation', nature: 'event' },
  published: { note: ['template_submissions.note'], author: ['template_submissions.author'] },
  generalised: DOCUMENT,
  about: {
    fa: 'نسخه‌ای از الگوی محله که استان برای بازبینی و امضا به وزارت می‌فرستد: نقش به جای شخص، گونه به جای نام، روز نسبی به جای تاریخ.',
    en: 'A version of a template that the province submits for review: roles in place of persons, kinds in place of names, relative days in place of dates.',
  },
});

/** The ministry sends a version back. */
export const returnedLetter = defineLetter('template.returned', body.Returned, {
  ...{ to: 'province', nature: 'event' },
  published: { ...COMMENTS, author: ['template_submissions.decided_by'] },
  about: {
    fa: 'وزارت نسخه‌ای را با یادداشت‌های بازبینی به استان بازمی‌گرداند.',
    en: 'The ministry returns a version to its province, with the reviewers’ comments.',
  },
});

/** A signed version, for every province. */
export const signedLetter = defineLetter('template.signed', body.Signed, {
  ...{ to: 'province', nature: 'event' },
  published: { ...COMMENTS, 'endorsement.author': ['templates.endorsement_json author'] },
  generalised: DOCUMENT,
  about: {
    fa: 'الگویی که وزارت امضا کرده است، برای همه استان‌ها.',
    en: 'A template that the ministry has signed, for all provinces.',
  },
});

/** A province withdraws its template. */
export const withdrawnLetter = defineLetter('template.withdrawn', body.Withdrawn, {
  ...{ to: 'nation', nature: 'event', published: ENDING },
  about: {
    fa: 'استان الگوی خود یا نسخه‌ای از آن را با دلیل پس می‌گیرد.',
    en: 'The province withdraws its template or a version of it, with the reason.',
  },
});

/** A template ended, for every province. */
export const endedLetter = defineLetter('template.ended', body.Ended, {
  ...{ to: 'province', nature: 'event', published: ENDING },
  about: {
    fa: 'الگویی را استانش پس گرفته یا وزارت لغو کرده است.',
    en: 'A template was withdrawn by its province or revoked by the ministry.',
  },
});

/** How often a version is in use in a county. */
export const adoptersLetter = defineLetter('template.adopters', body.AdoptersTold, {
  ...{ to: 'nation', nature: 'event' },
  about: {
    fa: 'شمار محله‌هایی از یک شهرستان که نسخه‌ای از الگو را به کار گرفته‌اند و اندازه تغییرهای آن؛ نام محله‌ای در آن نیست.',
    en: 'How many neighbourhoods of a county use a version, and how much of it was changed there; no neighbourhood is named.',
  },
});

/** The same, for every province. */
export const adoptersSharedLetter = defineLetter('template.adopters_shared', body.AdoptersShared, {
  ...{ to: 'province', nature: 'event' },
  about: {
    fa: 'شمار به‌کارگیری یک نسخه در شهرستانی از یک استان، برای همه استان‌ها.',
    en: 'How often a version is in use in a county of one province, for all provinces.',
  },
});

/** What came of a version. */
export const resultsLetter = defineLetter('template.results', body.ResultsTold, {
  ...{ to: 'nation', nature: 'event' },
  about: {
    fa: 'جمع شاخص‌های وعده‌شده پیش و پس از به‌کارگیری، در محله‌های دارای الگو و محله‌های همانند بی‌الگو؛ شاخص‌های مربوط به اشخاص فرستاده نمی‌شود.',
    en: 'Sums of the promised indicators before and after, in neighbourhoods with the template and alike without; indicators of people are not sent.',
  },
});

/** The same, for every province. */
export const resultsSharedLetter = defineLetter('template.results_shared', body.ResultsShared, {
  ...{ to: 'province', nature: 'event' },
  about: {
    fa: 'نتیجه یک نسخه در یک استان، برای همه استان‌ها.',
    en: 'What came of a version in one province, for all provinces.',
  },
});

/** An improvement is proposed. */
export const proposedLetter = defineLetter('template.proposed', body.Proposed, {
  ...{ to: 'nation', nature: 'event', published: PROPOSAL },
  about: {
    fa: 'بهبودی که استان به‌کارگیرنده برای الگوی استانی دیگر پیشنهاد می‌کند.',
    en: 'An improvement that an adopting province proposes for the template of another.',
  },
});

/** The same, on its way to the publisher. */
export const proposedSharedLetter = defineLetter('template.proposal', body.ProposedShared, {
  ...{ to: 'province', nature: 'event', published: PROPOSAL },
  about: {
    fa: 'پیشنهاد بهبود استانی دیگر برای الگوی این استان.',
    en: 'An improvement of this province’s template that another one proposes.',
  },
});

/** The publisher answers. */
export const proposalAnsweredLetter = defineLetter('template.proposal_answered', body.ProposalAnswered, {
  ...{ to: 'nation', nature: 'event', published: ANSWER },
  about: {
    fa: 'پاسخ استان صاحب الگو به یک پیشنهاد بهبود.',
    en: 'What the publisher answers to a proposed improvement.',
  },
});

/** The same, on its way to who proposed. */
export const proposalOutcomeLetter = defineLetter('template.proposal_outcome', body.ProposalAnswered, {
  ...{ to: 'province', nature: 'event', published: ANSWER },
  about: {
    fa: 'پاسخ به پیشنهاد بهبودی که این استان داده است.',
    en: 'The answer to an improvement that this province proposed.',
  },
});
