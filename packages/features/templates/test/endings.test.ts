import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withdrawTemplate } from '../src/commands/withdraw-template.ts';
import { canonicalText, digestOf } from '../src/document/index.ts';
import { catchUpTemplates, templateIntakes, templateProvinceIntakes } from '../src/letters/index.ts';
import { revokeTemplate } from '../src/nation/revoke-template.ts';
import { readTemplate } from '../src/queries/template.ts';
import { listTemplates } from '../src/queries/templates.ts';
import { NOW, openExchange, saved, submitting, takeIn, type Exchange } from './exchange-world.ts';

let x: Exchange;
beforeAll(async () => {
  x = await openExchange();
});
afterAll(() => x.close());

const { fresh, submitted, sign, signed } = submitting(() => x);

describe('endings', () => {
  test('its province withdraws it with a reason; nobody else can; it is told everywhere', async () => {
    const document = fresh({ title: 'پس‌گرفتنی' });
    await signed(document);
    const { templateId } = document;
    const end = (slug: 'qom' | 'qazvin', version = 0) =>
      withdrawTemplate.run(x[slug].director, { templateId, version, reason: 'شاخص‌ها نادرست بود.' });
    await expect(end('qazvin')).rejects.toMatchObject({ reason: 'template_of_other' });
    await expect(end('qom', 7)).rejects.toMatchObject({ reason: 'template_unknown' });
    await end('qom');
    await expect(end('qom')).rejects.toMatchObject({ reason: 'template_withdrawn' });
    await x.carry();
    for (const { director } of Object.values(x.provinces)) {
      expect((await listTemplates.run(director, { q: 'پس‌گرفتنی' })).rows).toEqual([]);
      const [row] = (await listTemplates.run(director, { q: 'پس‌گرفتنی', ended: true })).rows;
      expect(row?.ending).toBe('withdrawn');
      const read = await readTemplate.run(director, { templateId });
      expect(read.endings).toMatchObject([{ how: 'withdrawn', reason: 'شاخص‌ها نادرست بود.' }]);
    }
    const next = await submitted({ ...document, version: 2, previous: await digestOf(canonicalText(document)) });
    await expect(sign(next)).rejects.toMatchObject({ reason: 'template_ended' });
  });

  test('a province cannot withdraw another one’s template by a letter', async () => {
    const document = fresh();
    await signed(document);
    const told = { templateId: document.templateId, version: 0, reason: 'x', author: 'a', office: 'o', atMs: NOW };
    await takeIn(x.nation, templateIntakes, {
      province: 'yazd',
      kind: 'template.withdrawn',
      bodyJson: JSON.stringify(told),
    });
    expect(await x.nation.sql('select 1 from template_endings where template_id = ?', [document.templateId])).toEqual(
      [],
    );
  });

  test('the ministry revokes a version: the one before is shown again', async () => {
    const document = fresh();
    const digest = await signed(document);
    const { templateId } = document;
    await signed({ ...document, version: 2, previous: digest });
    await revokeTemplate.run(x.reviewer, { templateId, version: 2, reason: 'خطا داشت.' });
    await x.carry();
    const read = await readTemplate.run(x.yazd.director, { templateId });
    expect([read.version, read.ending]).toEqual([1, null]);
    expect((await readTemplate.run(x.yazd.director, { templateId, version: 2 })).ending).toBe('revoked');
    await expect(revokeTemplate.run(x.reviewer, { templateId, version: 2, reason: 'باز' })).rejects.toMatchObject({
      reason: 'template_revoked',
    });
  });
});

test('a province that comes in later is told everything once, without what was for the publisher', async () => {
  await x.nation.sql(
    "insert into provinces (slug, code, name_fa, name_en, status, epoch, schema_version, provisioned_at_ms) values ('tehran', '25', 'تهران', 'Tehran', 'active', 1, 1, 0)",
  );
  const [one] = await x.nation.sql('select template_id from templates limit 1');
  await x.nation.sql(
    "insert into template_adopters (template_id, version, province, county, turn, adoptions, overlay_json, at_ms) values (?, 1, 'yazd', '2501', 1, 3, ?, 5)",
    [String(one?.['template_id']), JSON.stringify({ landed: 3, changed: 1, dropped: 0, added: 0, changedByKind: {} })],
  );
  await x.nation.sql(
    "insert into template_results (template_id, version, province, indicator, side, setting, size, n, sum_before, sum_after, sum_squared_change, turn, as_of_ms) values (?, 1, 'yazd', 'lit_alleys', 'treated', 'urban', 'small', 3, 1, 2, 3, 1, 5)",
    [String(one?.['template_id'])],
  );
  await saved(x.nation, catchUpTemplates('tehran', NOW));
  await saved(x.nation, catchUpTemplates('tehran', NOW));
  const letters = await x.nation.sql(
    "select number, kind, body_json from letters_to_provinces where province = 'tehran' order by number",
  );
  expect(letters.map(({ number }) => number)).toEqual(letters.map((_, at) => at + 1));
  const [{ n } = { n: 0 }] = await x.nation.sql('select count(*) as n from templates');
  expect(letters.filter(({ kind }) => kind === 'template.signed').length).toBe(n);
  for (const { kind, body_json } of letters) {
    const province = 'tehran';
    expect(
      await takeIn(
        x.yazd.db,
        templateProvinceIntakes,
        { province, kind: String(kind), bodyJson: String(body_json) },
        x.keys,
      ),
    ).toBe(true);
    expect(JSON.parse(String(body_json)).comments ?? []).toEqual([]);
  }
  expect(new Set(letters.map(({ kind }) => kind))).toEqual(
    new Set(['template.signed', 'template.ended', 'template.adopters_shared', 'template.results_shared']),
  );
});
