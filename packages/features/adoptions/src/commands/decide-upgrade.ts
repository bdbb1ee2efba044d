import { defineCommand, guarded } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { askLocal } from '../local/index.ts';
import { adoptionUpgrades } from '../schema.ts';
import { adoptionOfUpgrade, askDocument, askUpgrade } from '../upgrade/ask-upgrade.ts';
import { decidedIn, documentOf, drawUp, type Decided } from '../upgrade/draw-up.ts';
import { DecideUpgrade, UpgradeChanged } from '../upgrade-model.ts';

/** Decides one conflict or offer, or says what a new element is here. It can be decided otherwise until the upgrade is finished. */
export const decideUpgrade = defineCommand({
  name: 'adoption.decide',
  permission: 'adoption.decide',
  input: DecideUpgrade,
  output: UpgradeChanged,
  load: (db, { upgradeId }) => ({
    upgrade: askUpgrade(db, upgradeId),
    ...askLocal(db, adoptionOfUpgrade(upgradeId)),
    target: askDocument(db, sql`(select p.to_digest from adoption_upgrades p where p.id = ${upgradeId})`),
  }),
  decide: (state, { key, choice, target: mapped }): Decided | Refusal => {
    const { upgrade, target } = state;
    if (upgrade.status !== 'open' || !target) return refuse('upgrade_not_open');
    const decided = decidedIn(upgrade);
    const { merged, toMap } = drawUp(state, documentOf(target), decided);
    if (toMap.some(({ id }) => id === key) && choice === undefined) {
      // Mapped to nothing, it is left out.
      if (mapped === undefined) return refuse('upgrade_target_missing', { field: 'target' });
      return { ...decided, mapping: { ...decided.mapping, [key]: mapped === '' ? null : mapped } };
    }
    const isNew = merged.comes.some(({ id }) => id === key);
    if (!isNew && ![...merged.conflicts, ...merged.offers].some((of) => of.key === key))
      return refuse('upgrade_key_unknown', { field: 'key' });
    if (choice === undefined) return refuse('upgrade_choice_missing', { field: 'choice' });
    return { ...decided, decisions: { ...decided.decisions, [key]: choice } };
  },
  save: (db, { decisions, mapping }, _state, { upgradeId, revision }) => [
    guarded(
      db
        .update(adoptionUpgrades)
        .set({
          decisionsJson: JSON.stringify(decisions),
          mappingJson: JSON.stringify(mapping),
          revision: revision + 1,
        })
        .where(
          and(
            eq(adoptionUpgrades.id, upgradeId),
            eq(adoptionUpgrades.revision, revision),
            eq(adoptionUpgrades.status, 'open'),
          ),
        ),
    ),
  ],
  audit: (_decision, { adoption }) => ({ subject: adoption.id, unitId: adoption.unitId, fields: ['decision'] }),
  answer: (_decision, { upgrade }, { revision }) => ({ id: upgrade.id, revision: revision + 1 }),
});
