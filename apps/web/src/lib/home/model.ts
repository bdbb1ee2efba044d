import type { zHome } from '@mahalleh/steps/model';

/** What a province needs to know today. */
export type Home = (typeof zHome)['_output'];
