/** The nation's seal key changed on a real nation: what it signed before, what it signs now, and what a withdrawn key signed. */
import { setTimeout } from 'node:timers/promises';
import { sealHolds } from '@mahalleh/border';
import { endorsementHolds, type Endorsement } from '@mahalleh/templates/document';
import { beforeAll, expect, test } from 'vitest';
import { signed } from '../edge/refusals/right-templates.ts';
import { send } from '../edge/refusals/caller.ts';
import { openWorkspace, type Workspace } from '../edge/refusals/world.ts';
import { openFleet, PROVINCES } from './house.ts';

const { nation, ask, desk } = openFleet({ sample: 'nation', provinces: PROVINCES });

let [yazd, ministry]: Workspace[] = [];
const at = (workspace: Workspace | undefined): Workspace => {
  if (!workspace) throw new Error('The nation has not started.');
  return workspace;
};
beforeAll(async () => {
  yazd = await openWorkspace(nation().url, 'yazd');
  ministry = await openWorkspace(nation().url, 'nation');
});

type File = { templateId: string; version: number; text: string };

/** The keys of the nation as a province knows them. */
const knownIn = async (province: string): Promise<{ keys: Record<string, string>; withdrawn: string[] }> => {
  const [[keys, withdrawn] = []] = await ask(
    province,
    "select (select value from meta where key = 'nation_keys'), (select value from meta where key = 'nation_keys_withdrawn')",
  );
  return {
    keys: JSON.parse(String(keys)) as Record<string, string>,
    withdrawn: Object.keys(JSON.parse(String(withdrawn ?? '{}')) as object),
  };
};
/** The key with which the nation seals now. */
const keyNow = async (): Promise<string> => {
  const rows = await ask('nation', 'select key_id from nation_keys where to_ms is null');
  expect(rows).toHaveLength(1);
  return String(rows[0]?.[0]);
};
/** A version that the ministry signs now, once it is in Yazd, as a file. */
const signedNow = async (): Promise<File> => {
  const { templateId, version } = await signed(at(ministry));
  for (let left = 150; (await held(templateId)).length === 0; left--) {
    if (left === 0) throw new Error('The signed version did not come.');
    await setTimeout(200);
  }
  const { text } = (await at(ministry).get(`/templates/${templateId}/file`)) as unknown as { text: string };
  return { templateId, version, text };
};
const held = (templateId: string) =>
  ask('yazd', 'select endorsement_json, arrival from templates where template_id = ?', [templateId]);
const signedWith = ({ text }: File): string => (JSON.parse(text) as { endorsement: Endorsement }).endorsement.keyId;

/** Yazd loses a version and takes it in from its file. Shape: the status, the reason, how the version came. */
const brought = async ({ templateId, text }: File) => {
  const index = await ask('yazd', 'select digest from templates where template_id = ?', [templateId]);
  for (const sql of [
    'delete from templates where template_id = ?',
    'delete from template_elements where template_id = ?',
  ])
    await ask('yazd', sql, [templateId]);
  await ask('yazd', 'delete from template_docs where ref = ?', [String(index[0]?.[0])]);
  const { base, cookie } = at(yazd);
  const route = { method: 'POST', path: '/templates/import', body: 'bytes' } as const;
  const { status, body } = await send(
    base,
    route,
    { bytes: new TextEncoder().encode(text) },
    { cookie: cookie('admin') },
  );
  return { status, reason: body['reason'], arrival: (await held(templateId))[0]?.[1] };
};
const TAKEN = { status: 201, reason: undefined, arrival: 'file' };

test('what the old key signed stays good, what is signed now verifies with the new one everywhere, and what a withdrawn key signed is refused', async () => {
  const first = await signedNow();
  const oldKey = await keyNow();
  expect(signedWith(first)).toBe(oldKey);

  const rotated = await desk('rotate-key', '--nation');
  expect(rotated).toMatchObject({ code: 0 });
  const secondKey = await keyNow();
  expect(secondKey).not.toBe(oldKey);
  expect(rotated.said).toContain(secondKey);
  for (const province of PROVINCES) {
    const { keys, withdrawn } = await knownIn(province);
    expect(Object.keys(keys)).toEqual(expect.arrayContaining([oldKey, secondKey]));
    expect(withdrawn).toEqual([]);
  }

  // Everything that was signed before holds with the keys that Yazd knows: templates that it has, and one that comes as a file.
  const { keys } = await knownIn('yazd');
  const all = await ask('yazd', 'select endorsement_json from templates');
  expect(all.length).toBeGreaterThan(1);
  for (const [json] of all) {
    const endorsement = JSON.parse(String(json)) as Endorsement;
    expect(endorsement.keyId).toBe(oldKey);
    expect(await endorsementHolds(endorsement, keys[endorsement.keyId] ?? '')).toBe(true);
  }
  expect(await brought(first)).toEqual(TAKEN);

  const second = await signedNow();
  expect(signedWith(second)).toBe(secondKey);
  const [letter = []] = await ask(
    'yazd',
    'select number, kind, key_id, seal, body_json, sent_at_ms from letters_received where body_json like ? order by number desc limit 1',
    [`%${second.templateId}%`],
  );
  const [number, kind, keyId, seal, bodyJson, sentAtMs] = letter.map(String);
  expect([kind, keyId]).toEqual(['template.signed', secondKey]);
  const sealed = {
    ...{ province: 'yazd', epoch: 0, kind: kind ?? '', number: Number(number), sentAtMs: Number(sentAtMs) },
    ...{ bodyJson: bodyJson ?? '', keyId: keyId ?? '', seal: seal ?? '' },
  };
  expect(await sealHolds(sealed, keys[secondKey] ?? '')).toBe(true);
  expect(await sealHolds(sealed, keys[oldKey] ?? '')).toBe(false);
  expect(await brought(second)).toEqual(TAKEN);

  expect(await desk('rotate-key', '--nation', '--withdraw')).toMatchObject({ code: 0 });
  const thirdKey = await keyNow();
  for (const province of PROVINCES) expect((await knownIn(province)).withdrawn).toEqual([secondKey]);
  // What it signed is not taken from a file any more; of the key before it, which only ended, it is.
  expect(await brought(second)).toEqual({ status: 422, reason: 'template_key_withdrawn', arrival: undefined });
  expect(await brought(first)).toEqual(TAKEN);
  const third = await signedNow();
  expect(signedWith(third)).toBe(thirdKey);
  expect(await brought(third)).toEqual(TAKEN);
  expect(await desk('verify')).toMatchObject({ code: 0 });
});

test('a province that is made later knows every key and which were withdrawn; what the command cannot do it says', async () => {
  const before = await knownIn('yazd');
  await ask('yazd', "delete from meta where key in ('nation_keys', 'nation_keys_withdrawn')");
  expect(await desk('provision', 'yazd')).toMatchObject({ code: 0 });
  expect(await knownIn('yazd')).toEqual(before);
  expect(await desk('rotate-key', '--nation', 'qom')).toMatchObject({ code: 1 });
  expect((await desk('rotate-key', 'qom', '--withdraw')).said).toContain('--withdraw goes with --nation');
  expect(await knownIn('yazd')).toEqual(before);
});
