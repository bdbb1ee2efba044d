import { get, post } from '@mahalleh/http';
import { beginUpgrade } from '../commands/begin-upgrade.ts';
import { decideUpgrade } from '../commands/decide-upgrade.ts';
import { finishUpgrade } from '../commands/finish-upgrade.ts';
import { leaveUpgrade } from '../commands/leave-upgrade.ts';
import { readOverlay } from '../queries/overlay.ts';
import { readUpgrade } from '../queries/upgrade.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const ADOPTION = { adoptionId: ID };
const UPGRADE = { upgradeId: ID, revision: 1 };

/** Where overlays and upgrades are reached, below a province. */
export const upgradeRoutes = [
  get('/adoptions/{adoptionId}/overlay', readOverlay, { example: ADOPTION }),
  get('/adoptions/{adoptionId}/upgrade', readUpgrade, { example: ADOPTION }),
  post('/adoptions/{adoptionId}/upgrade', beginUpgrade, { status: 201, example: { ...ADOPTION, version: 2 } }),
  post('/upgrades/{upgradeId}/decide', decideUpgrade, {
    example: { ...UPGRADE, key: `${ID}.title`, choice: 'mine' },
  }),
  post('/upgrades/{upgradeId}/finish', finishUpgrade, { example: UPGRADE }),
  post('/upgrades/{upgradeId}/leave', leaveUpgrade, { example: UPGRADE }),
] as const;
