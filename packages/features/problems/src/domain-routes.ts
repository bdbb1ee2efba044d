import { get, post } from '@mahalleh/http';
import { amendDomain } from './commands/amend-domain.ts';
import { registerDomain } from './commands/register-domain.ts';
import { retireDomain } from './commands/retire-domain.ts';
import { setClock } from './commands/set-clock.ts';
import { clockList } from './queries/clock-list.ts';
import { domainList } from './queries/domain-list.ts';

const EDIT = { domainKey: 'street_lighting', revision: 1 };

/** The addresses of what a province sets for its registry: the tree of domains, and how long each level has to answer. */
export const domainRoutes = [
  get('/domains', domainList, { example: {} }),
  post('/domains', registerDomain, {
    status: 201,
    example: { titleFa: 'روشنایی معابر', titleEn: 'Street lighting', parentKey: 'civil_works' },
  }),
  post('/domains/{domainKey}/amend', amendDomain, { example: { ...EDIT, titleFa: 'روشنایی' } }),
  post('/domains/{domainKey}/retire', retireDomain, { example: EDIT }),
  get('/clocks', clockList, { example: {} }),
  post('/clocks/{level}/set', setClock, { example: { level: 'county', revision: 1, days: 10 } }),
] as const;
