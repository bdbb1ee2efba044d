import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { base64url, fromBase64url } from '@mahalleh/gate';
import type { ProvinceSlug } from '@mahalleh/kernel';
import { goneKeyIds } from '@mahalleh/volunteers';
import { provinceNamed, type Arguments } from '../arguments.ts';
import type { DeskCommand, Say } from '../command.ts';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { openCopy, sealCopy } from '../key-file.ts';
import { storedKeys } from '../person-keys.ts';

const PURPOSE = 'keys-copy';

type KeyCommand = (desk: Desk, province: ProvinceSlug, args: Arguments, say: Say) => Promise<number>;

/** What may never be again: as the store says, and as the database says. */
const goneFor = async (desk: Desk, province: string, gone: readonly string[]): Promise<Set<string>> => {
  const [rows] = await desk.read(province, [goneKeyIds]);
  return new Set([...gone, ...(rows?.rows ?? []).map(([id]) => String(id))]);
};

/** Copies the keys of a province into one file, in place of the one that was there: older copies are not to be kept. */
const backup: KeyCommand = async (desk, province, { to }, say) => {
  if (!to) throw new Fault('keys backup needs --to FILE.');
  const file = resolve(to);
  const { keys, gone } = await storedKeys(desk, province);
  const copy = {
    province,
    madeAtMs: Date.now(),
    keys: Object.fromEntries([...keys].map(([id, key]) => [id, base64url(key)])),
    gone,
  };
  writeFileSync(`${file}.part`, sealCopy(await desk.secretFor(province, PURPOSE), copy), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  say(
    `${province}: ${keys.size} keys in ${file}. It opens with this deployment's secret alone; keep it apart from the databases and keep no older one.`,
  );
  return 0;
};

/** Puts keys back, but for those of who has withdrawn: neither the store nor the database lets one of them in again. */
const restore: KeyCommand = async (desk, province, { from }, say) => {
  if (!from) throw new Fault('keys restore needs --from FILE.');
  const file = resolve(from);
  if (!existsSync(file)) throw new Fault(`There is no file ${file}.`);
  const copy = openCopy(await desk.secretFor(province, PURPOSE), readFileSync(file));
  if (copy.province !== province)
    throw new Fault(`The copy is of ${copy.province}, not of ${province}; nothing was changed.`);
  const gone = await goneFor(desk, province, [...(await storedKeys(desk, province)).gone, ...copy.gone]);
  // First what is gone: a store that was lost learns it again.
  for (const id of gone) await desk.keys.destroy(province, id);
  let refused = 0;
  let done = 0;
  for (const [id, key] of Object.entries(copy.keys)) {
    if (gone.has(id)) refused++;
    else if ((await desk.keyStore('PUT', `${province}/${id}`, fromBase64url(key))).ok) done++;
    else throw new Fault(`The key ${id} could not be put back; another one is there.`);
  }
  say(`${province}: ${done} keys are there; ${refused} of volunteers who have withdrawn were refused.`);
  return 0;
};

/** Compares the keys with the volunteers: who cannot be read, and which keys open nobody. Shape: 1 when somebody cannot be read. */
const check: KeyCommand = async (desk, province, _args, say) => {
  const { keys } = await storedKeys(desk, province);
  const rows = await desk.rows(province, 'select id from volunteers where withdrawn_at_ms is null');
  const living = new Set(rows.map(([id]) => String(id)));
  const [pending] = await desk.rows(province, 'select count(*) from gone_keys where destroyed_at_ms is null');
  const unreadable = [...living].filter((id) => !keys.has(id)).length;
  const idle = [...keys.keys()].filter((id) => !living.has(id)).length;
  say(
    `${province}: ${living.size} volunteers, ${keys.size} keys; ${unreadable} volunteers cannot be read, ${idle} keys open nobody, ${Number(pending?.[0])} wait to be destroyed.`,
  );
  return unreadable === 0 ? 0 : 1;
};

const VERBS = { backup, restore, check } as const;
const isVerb = (name: string): name is keyof typeof VERBS => Object.hasOwn(VERBS, name);

/** The keys of a province's volunteers: `keys backup|restore|check PROVINCE`. */
export const keys: DeskCommand = async (desk, args, say) => {
  const [verb = '', name, ...more] = args.names;
  if (!isVerb(verb) || name === undefined || more.length > 0)
    throw new Fault('keys takes backup, restore or check, and one province.');
  return VERBS[verb](desk, provinceNamed(name), args, say);
};
