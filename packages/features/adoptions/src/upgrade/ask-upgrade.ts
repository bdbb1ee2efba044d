import { isMyUnit, many, maybe, one, type ReadDb } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import type { UpgradeStatus } from '../statuses.ts';

type Db = ReadDb<'province'>;

/** An upgrade as it is kept. */
export type UpgradeRow = {
  id: string;
  adoptionId: string;
  fromVersion: number;
  toVersion: number;
  toDigest: string;
  decisionsJson: string;
  mappingJson: string;
  status: UpgradeStatus;
  begunAtMs: number;
  revision: number;
};

const UPGRADE = sql`p.id, p.adoption_id as "adoptionId", p.from_version as "fromVersion", p.to_version as "toVersion", p.to_digest as "toDigest", p.decisions_json as "decisionsJson", p.mapping_json as "mappingJson", p.status, p.begun_at_ms as "begunAtMs", p.revision`;

/** An upgrade, when the actor may reach its neighbourhood. Fails: not_found `upgrade_unknown`. */
export const askUpgrade = (db: Db, upgradeId: string) =>
  one(
    db.text<UpgradeRow>(
      sql`select ${UPGRADE} from adoption_upgrades p join adoptions a on a.id = p.adoption_id where p.id = ${upgradeId} and ${isMyUnit(sql`a.unit_id`)}`,
    ),
    'upgrade_unknown',
  );

/** The open upgrade of an adoption, else the one that was left last. */
export const askLastUpgrade = (db: Db, adoptionId: string) =>
  maybe(
    db.text<UpgradeRow>(
      sql`select ${UPGRADE} from adoption_upgrades p where p.adoption_id = ${adoptionId} and p.status in ('open', 'left') order by p.status = 'open' desc, p.begun_at_ms desc, p.id desc limit 1`,
    ),
  );

/** SQL that gives the adoption of an upgrade. */
export const adoptionOfUpgrade = (upgradeId: string): SQL =>
  sql`(select p.adoption_id from adoption_upgrades p where p.id = ${upgradeId})`;

/** A signed version as it is stored. */
export type VersionRow = { digest: string; version: number; documentJson: string; endorsementJson: string };

/** The signed version that SQL names by its digest, if it is here. */
export const askDocument = (db: Db, digest: SQL) =>
  maybe(
    db.text<VersionRow>(
      sql`select t.digest, t.version, t.document_json as "documentJson", t.endorsement_json as "endorsementJson" from templates t where t.digest = ${digest}`,
    ),
  );

/** The versions of an adoption's template that may be taken after the one that is followed, the last first. */
export const askLater = (db: Db, adoptionId: SQL) =>
  many(
    db.text<{ version: number; digest: string }>(
      sql`select t.version, t.digest from adoptions a join templates t on t.template_id = a.template_id and t.version > a.version where a.id = ${adoptionId} and not exists (select 1 from template_endings e where e.template_id = t.template_id and e.version in (0, t.version)) order by t.version desc`,
    ),
  );
