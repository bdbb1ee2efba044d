import { defineCommand, guarded } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { kindNamed } from '@mahalleh/templates/kinds';
import { and, eq, sql } from 'drizzle-orm';
import { askLocal } from '../local/index.ts';
import { adoptionUpgrades } from '../schema.ts';
import { askLimits } from '../upgrade/ask-limits.ts';
import { adoptionOfUpgrade, askDocument, askUpgrade } from '../upgrade/ask-upgrade.ts';
import { decidedIn, documentOf, drawUp, JOIN, keptAs, type Decided } from '../upgrade/draw-up.ts';
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
    ...askLimits(db, adoptionOfUpgrade(upgradeId)),
    target: askDocument(db, sql`(select p.to_digest from adoption_upgrades p where p.id = ${upgradeId})`),
  }),
  decide: (state, { key, choice, target: mapped }, { grants }): Decided | Refusal => {
    const { upgrade, target } = state;
    if (upgrade.status !== 'open' || !target) return refuse('upgrade_not_open');
    const decided = decidedIn(upgrade);
    const { merged, toMap } = drawUp(state, documentOf(target), decided, grants);
    const { [key]: _join, ...joins } = decided.joins;
    const { [key]: _mapped, ...mapping } = decided.mapping;
    const coming = merged.comes.find(({ id }) => id === key);
    if (mapped?.startsWith(JOIN) && choice === undefined) {
      if (!coming || kindNamed(coming.kind)?.lands !== 'row')
        return refuse('upgrade_not_joinable', { field: 'target' });
      return { ...decided, mapping, joins: { ...joins, [key]: mapped.slice(JOIN.length) } };
    }
    // What is mapped, or formed of a kind that is here. Mapped to nothing, it is left out.
    if (choice === undefined && (toMap.some(({ id }) => id === key) || (coming?.kind === 'committee' && mapped))) {
      if (mapped === undefined) return refuse('upgrade_target_missing', { field: 'target' });
      return { ...decided, joins, mapping: { ...mapping, [key]: mapped === '' ? null : mapped } };
    }
    if (!coming && ![...merged.conflicts, ...merged.offers].some((of) => of.key === key))
      return refuse('upgrade_key_unknown', { field: 'key' });
    if (choice === undefined) return refuse('upgrade_choice_missing', { field: 'choice' });
    const decisions = { ...decided.decisions, [key]: choice };
    return coming?.kind === undefined || toMap.includes(coming)
      ? { ...decided, decisions }
      : { decisions, mapping, joins };
  },
  save: (db, decided, _state, { upgradeId, revision }) => [
    guarded(
      db
        .update(adoptionUpgrades)
        .set({
          ...keptAs(decided),
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
