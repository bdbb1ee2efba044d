import { get } from '@mahalleh/http';
import { search } from './queries/search.ts';

/** The addresses of finding. */
export const findingRoutes = [get('/search', search, { example: { q: 'masjed', size: 5 } })] as const;
