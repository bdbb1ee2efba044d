import { defineWorkspaceQuery, many, one } from '@mahalleh/gate';
import { zId, zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import type { NationalDomainKey } from '@mahalleh/problems/domain';
import {
  ExperienceRead,
  SECTIONS,
  type Ending,
  type EvidenceTold,
  type ExperienceKind,
  type FigureTold,
} from '../model.ts';

type Row = {
  id: string;
  province: string;
  kind: ExperienceKind;
  domain: NationalDomainKey;
  title: string;
  tried: string;
  outcome: string;
  advice: string | null;
  evidenceJson: string;
  figuresJson: string;
  author: string;
  office: string;
  publishedAtMs: number;
};
type EndingRow = { how: Ending; reason: string; author: string; office: string; atMs: number };
type AnswerRow = { id: string; province: string; author: string; office: string; body: string; atMs: number };
type AdoptionRow = {
  province: string;
  author: string;
  office: string;
  operation: string | null;
  note: string | null;
  atMs: number;
};

const MOST_ANSWERS = 500;

/** One post: its sections, evidence and frozen figures, the one thread, and who does so too. */
export const readExperience = defineWorkspaceQuery({
  name: 'experience',
  permission: 'experience.read',
  input: zInput({ experienceId: zId('experience') }),
  output: ExperienceRead,
  ask: (db, { experienceId }) => ({
    post: one(
      db.text<Row>(
        sql`select id, province, kind, domain, title, tried, outcome, advice, evidence_json as "evidenceJson", figures_json as "figuresJson", author, office, published_at_ms as "publishedAtMs" from experiences where id = ${experienceId}`,
      ),
      'experience_unknown',
    ),
    endings: many(
      db.text<EndingRow>(
        sql`select n.how, n.reason, n.author, n.office, n.at_ms as "atMs" from experience_endings n join experiences e on e.id = n.experience_id where n.experience_id = ${experienceId} and n.province = iif(n.how = 'hidden', 'ministry', e.province) order by n.how desc`,
      ),
    ),
    answers: many(
      db.text<AnswerRow>(
        sql`select id, province, author, office, body, at_ms as "atMs" from experience_answers where experience_id = ${experienceId} order by at_ms, id limit ${MOST_ANSWERS}`,
      ),
    ),
    adoptions: many(
      db.text<AdoptionRow>(
        sql`select province, author, office, operation, note, at_ms as "atMs" from experience_adoptions where experience_id = ${experienceId} and is_adopted = 1 order by at_ms, province`,
      ),
    ),
  }),
  shape: ({ post, endings, answers, adoptions }, _input, { workspace }) => {
    const { evidenceJson, figuresJson, tried, outcome, advice, ...told } = post;
    const ending = endings[0] ?? null;
    const isOwn = post.province === workspace;
    const isTold = ending === null || isOwn;
    const bodies = { tried, outcome, advice };
    return {
      ...told,
      isOwn,
      isAdoptedHere: adoptions.some(({ province }) => province === workspace),
      ending,
      sections: isTold
        ? SECTIONS.flatMap((section) => {
            const body = bodies[section];
            return body === null || body === '' ? [] : [{ section, body }];
          })
        : [],
      evidence: isTold ? (JSON.parse(evidenceJson) as EvidenceTold[]) : [],
      figures: isTold ? (JSON.parse(figuresJson) as FigureTold[]) : [],
      answers,
      adoptions,
    };
  },
});
