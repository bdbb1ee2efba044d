import type { ProvinceApi } from '@mahalleh/api/client';

/** A page of posts; the ministry's is the same. */
export type Posts = ProvinceApi['GET /experiences']['output'];
/** A post in a list. */
export type PostRow = Posts['rows'][number];
/** A post with all that belongs to it; the ministry's is the same. */
export type Post = ProvinceApi['GET /experiences/{experienceId}']['output'];
/** The drafts of the office. */
export type Drafts = ProvinceApi['GET /experience-drafts']['output'];
/** A draft with what it can rest on. */
export type Draft = ProvinceApi['GET /experience-drafts/{draftId}']['output'];
/** What keeps a draft from being published. */
export type DraftFinding = Draft['findings'][number];

/** What narrows a list of posts, as the API names it. */
export const POST_FILTERS = ['q', 'kind', 'domain', 'province', 'adopted', 'ended', 'page'] as const;
