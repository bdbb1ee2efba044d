import { get, post } from '@mahalleh/http';
import { amendView } from './commands/amend-view.ts';
import { dropView } from './commands/drop-view.ts';
import { saveView } from './commands/save-view.ts';
import { shareView } from './commands/share-view.ts';
import { unshareView } from './commands/unshare-view.ts';
import { search } from './queries/search.ts';
import { listViews } from './queries/views.ts';

const EDIT = { viewId: '01980000-0000-7000-8000-000000000001', revision: 1 };

/** The addresses of finding. */
export const findingRoutes = [
  get('/search', search, { example: { q: 'masjed', size: 5 } }),
  get('/views', listViews, { example: { list: 'problems' } }),
  post('/views', saveView, {
    status: 201,
    example: { list: 'problems', name: 'Wide gaps', query: 'gap=true&status=open', columns: ['title', 'severity'] },
  }),
  post('/views/{viewId}/amend', amendView, { example: { ...EDIT, name: 'Open gaps' } }),
  post('/views/{viewId}/share', shareView, { example: { ...EDIT, unitId: '01980000-0000-7000-8000-000000000003' } }),
  post('/views/{viewId}/unshare', unshareView, { example: EDIT }),
  post('/views/{viewId}/drop', dropView, { example: EDIT }),
] as const;
