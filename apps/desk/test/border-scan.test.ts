/** A datum of a person or a word of a case that reached the nation is found, wherever it stands; and what may be there is not. */
import { allLetters } from '@mahalleh/api/intakes';
import type { LetterKind } from '@mahalleh/border';
import { openTestNation, openTestProvince, type TestWorkspace } from '@mahalleh/gate/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readNation } from '../src/scan/haystack.ts';
import { leavesOf } from '../src/scan/leaves.ts';
import { markedColumns, type MarkedColumn } from '../src/scan/marked-columns.ts';
import { scanProvince, type Leak } from '../src/scan/scan-border.ts';
import type { Ask } from '../src/scan/stored.ts';
import { placesToLook, tracesOf } from '../src/scan/words-of.ts';

const TITLE = 'تاریکی کوچه‌های ۸ تا ۱۴ کنار مدرسه';
const ABOUT = 'شب‌ها در این چند کوچه هیچ چراغی روشن نیست و رفت و آمد دشوار است.';

const [known] = allLetters;
if (!known) throw new Error('there are no letters');
const report: LetterKind = {
  ...known,
  kind: 'test.report',
  published: { 'texts[].body': ['submitted_reports.body_json'], signatory: [] },
  generalised: { document: ['audit_log.result_json *'] },
};

let nation: TestWorkspace<'national'>;
let qom: TestWorkspace<'province'>;
let marked: readonly MarkedColumn[];

const ask: Ask = async (database, sql, args = []) =>
  (await (database === 'nation' ? nation : qom).sql(sql, [...args])).map((row) => Object.values(row));

const leaks = async (): Promise<readonly Leak[]> =>
  (await scanProvince(ask, 'qom', marked, await readNation(ask, [report], marked))).leaks;

let number = 0;
const letter = (body: object) =>
  nation.sql(
    "insert into letters_in (province, epoch, kind, number, key_id, digest, seal, body_json, sent_at_ms, received_at_ms) values ('qom', 1, 'test.report', ?, '', '', '', ?, 0, 0)",
    [++number, JSON.stringify({ texts: [], signatory: '', note: '', ...body })],
  );

beforeAll(async () => {
  [nation, qom, marked] = [await openTestNation(), await openTestProvince('qom'), await markedColumns()];
  await qom.sql('pragma foreign_keys = off');
  await qom.sql(
    "insert into people (id, full_name, name_folded, mobile, registered_at_ms) values ('p', 'مریم علوی‌نژاد', 'مریم علوینژاد', '09121234567', 0)",
  );
  await qom.sql("insert into accounts (person_id, email, created_at_ms) values ('p', 'm.alavi@qom.example', 0)");
  await qom.sql(
    "insert into problems (id, code, unit_id, domain_key, title, title_folded, description, severity, place_kind, status, registered_by, registered_at_ms) values ('i', 'c', 'u', 'd', ?, ?, ?, 3, 'whole', 'registered', 'p', 0)",
    [TITLE, TITLE, ABOUT],
  );
});
afterAll(() => (nation.close(), qom.close()));
beforeEach(async () => {
  for (const table of [
    'letters_in',
    'national_cells',
    'national_sums',
    'counties',
    'people',
    'audit_log',
    'submitted_reports',
  ])
    await nation.sql(`delete from ${table}`);
});

describe('the marks', () => {
  test('are read from every package, so that a new table is scanned by itself', () => {
    const names = marked.map(({ table, column }) => `${table}.${column}`);
    expect(names).toEqual(
      expect.arrayContaining(['people.full_name', 'accounts.email', 'problems.description', 'reversals.steps_json']),
    );
    expect(names.length).toBeGreaterThan(60);
  });
});

describe('a leak is found', () => {
  test.each([
    ['a name', { note: 'به گفته مريم علوي‌نژاد چنین است' }, 'people.full_name', 'letters_in: test.report note'],
    [
      'a telephone, written otherwise',
      { note: 'تلفن +98 (912) 123-4567' },
      'people.mobile',
      'letters_in: test.report note',
    ],
    ['a telephone in Persian digits', { note: '۰۹۱۲۱۲۳۴۵۶۷' }, 'people.mobile', 'letters_in: test.report note'],
    ['an address', { note: 'write to M.Alavi@qom.example.' }, 'accounts.email', 'letters_in: test.report note'],
    ['a title of a case', { note: `مسئله: ${TITLE}` }, 'problems.title', 'letters_in: test.report note'],
    [
      'a part of a description',
      { note: 'در این چند كوچه هيچ' },
      'problems.description',
      'letters_in: test.report note',
    ],
  ])('in a letter: %s', async (_what, body, from, to) => {
    await letter(body);
    expect(await leaks()).toContainEqual({ from, to, times: 1 });
  });

  test('in a national column, in a figure’s dimension, in the audit log', async () => {
    await nation.sql("insert into counties (code, province, name_fa) values ('2501', 'qom', ?)", [TITLE]);
    expect(await leaks()).toContainEqual({ from: 'problems.title', to: 'counties.name_fa', times: 1 });
    await nation.sql(
      "insert into national_cells (metric, period, province, county, dims, value, epoch, letter_number, sent_at_ms) values ('m@1', '', 'qom', '2501', 'who=مریم علوی نژاد', 1, 1, 1, 0)",
    );
    expect(await leaks()).toContainEqual({ from: 'people.full_name', to: 'national_cells.dims', times: 1 });
    await nation.sql(
      "insert into audit_log (command_id, at_ms, actor_kind, actor_id, action, subject, input_hash, result_json, fields_json) values ('c', 0, 'person', 'x', 'a', 's', '', ?, '[]')",
      [JSON.stringify({ told: [{ by: 'm.alavi@qom.example' }] })],
    );
    expect(await leaks()).toContainEqual({ from: 'accounts.email', to: 'audit_log.result_json told[].by', times: 1 });
  });
});

describe('what may be there', () => {
  test('is what a letter declares to be published, field by field, in the letter and in the column that keeps it', async () => {
    await letter({ texts: [{ body: TITLE }], signatory: 'مریم علوی‌نژاد' });
    const copy = JSON.stringify({ texts: [{ body: ABOUT }], signatory: 'x', note: 'y' });
    const submitted =
      'insert into submitted_reports (province, period, version, status, body_json, submitted_at_ms, received_at_ms, epoch, letter_number) values';
    await nation.sql(`${submitted} ('qom', '1405-08', 1, 'submitted', ?, 0, 0, 1, 1)`, [copy]);
    expect(await leaks()).toEqual([]);
    // The same words one field further are no longer published.
    await nation.sql('update submitted_reports set body_json = ?', [JSON.stringify({ note: ABOUT })]);
    expect(await leaks()).toContainEqual({
      from: 'problems.description',
      to: 'submitted_reports.body_json note',
      times: 1,
    });
  });

  test('is what was made general, with all that is below it; a person is found there all the same', async () => {
    await letter({ document: JSON.stringify({ elements: [{ fields: { title: TITLE } }] }) });
    const tell = (text: string) =>
      nation.sql(
        "insert into audit_log (command_id, at_ms, actor_kind, actor_id, action, subject, input_hash, result_json, fields_json) values (?, 0, 'person', 'x', 'a', 's', '', ?, '[]')",
        [String(++number), JSON.stringify({ whole: { words: text } })],
      );
    await tell(ABOUT);
    expect(await leaks()).toEqual([]);
    await letter({ document: JSON.stringify({ elements: [{ fields: { title: 'کار مریم علوی‌نژاد' } }] }) });
    const told = 'letters_in: test.report document.elements[].fields.title';
    expect(await leaks()).toContainEqual({ from: 'people.full_name', to: told, times: 1 });
    await tell('۰۹۱۲ ۱۲۳ ۴۵۶۷');
    expect(await leaks()).toContainEqual({
      from: 'people.mobile',
      to: 'audit_log.result_json whole.words',
      times: 1,
    });
    await letter({ documents: TITLE });
    expect(await leaks()).toContainEqual({ from: 'problems.title', to: 'letters_in: test.report documents', times: 1 });
  });

  test('is the ministry’s own staff: a namesake there is no leak', async () => {
    await nation.sql(
      "insert into people (id, full_name, name_folded, registered_at_ms) values ('n', 'مریم علوی‌نژاد', 'مریم علوی نژاد', 0)",
    );
    const { leftOut } = await readNation(ask, [report], marked);
    expect(leftOut).toContain("people (the ministry's own people)");
    expect(await leaks()).toEqual([]);
  });

  test('is a word or two that any text may hold', async () => {
    await letter({ note: 'تاریکی مدرسه، کوچه، علوی‌نژاد، 14 کوچه‌ها' });
    expect(await leaks()).toEqual([]);
  });
});

describe('traces', () => {
  test('of a short text are all of it; of a long one its rows of words; days are no numbers of a person', () => {
    expect(tracesOf('کمبود روشنایی', 'case')).toEqual(['کمبودروشنایی']);
    expect(tracesOf('یک دو سه چهار پنج', 'case')).toEqual(['یکدوسهچهار', 'دوسهچهارپنج']);
    expect(tracesOf('محله', 'case')).toEqual([]);
    expect(tracesOf('14050812', 'case')).toEqual([]);
    expect(tracesOf('0012345679', 'person')).toEqual(['#0012345679']);
    expect(tracesOf('2026-11-02 problem.open_cases@1 street_lighting status=done', 'case')).toEqual([]);
    expect(tracesOf('m.alavi@qom.example', 'case')).toEqual(['@m.alavi@qom.example']);
    expect(placesToLook('who=maryam_alavi', 'person')).toContain('maryamalavi');
  });

  test('every trace of a text is found in a text that holds it, however it is written around', () => {
    for (const text of [TITLE, ABOUT, '۰۹۱۲ ۱۲۳ ۴۵۶۷', 'a@b.c'])
      for (const trace of tracesOf(text, 'case'))
        expect(placesToLook(`پیش از «${text}»، پس از آن`, 'case')).toContain(trace);
  });

  test('texts within JSON are told apart by where they stand', () => {
    expect(leavesOf('{"a":[{"b":"x"},{"b":7}],"c":"{\\"d\\":\\"y\\"}"}')).toEqual([
      { path: 'a[].b', text: 'x' },
      { path: 'a[].b', text: '7' },
      { path: 'c.d', text: 'y' },
    ]);
    expect(leavesOf('{no json')).toEqual([{ path: '', text: '{no json' }]);
  });
});
