import { get } from '@mahalleh/http';
import { readOverlay } from '../queries/overlay.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const ADOPTION = { adoptionId: ID };

/** Where overlays and upgrades are reached, below a province. */
export const upgradeRoutes = [get('/adoptions/{adoptionId}/overlay', readOverlay, { example: ADOPTION })] as const;
