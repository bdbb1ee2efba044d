import type { ProvinceApi } from '@mahalleh/api/client';

/** What became of a template; the ministry’s is the same. */
export type Lineage = ProvinceApi['GET /templates/{templateId}/lineage']['output'];
/** A version in the tree. */
export type LineageVersion = Lineage['versions'][number];
/** How often a version is in use in a county. */
export type Adopter = Lineage['adopters'][number];
/** What came of a version; the ministry’s is the same. */
export type Results = ProvinceApi['GET /templates/{templateId}/results']['output'];
/** What came of one promised indicator. */
export type Outcome = Results['indicators'][number];
/** What a template did to an indicator, or that too few tell of it. */
export type Effect = Outcome['effect'];
/** An effect that can be told. */
export type ToldEffect = Extract<Effect, { state: 'told' }>;
/** How it went in neighbourhoods of one kind. */
export type Somewhere = Outcome['where'][number];
