/** Adopting a template of 500 elements over inserting the very same rows bare, through the same server and the same lane. */
import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import type { SqlValue, Statement } from '@mahalleh/gate';
import { tokenMint } from '@mahalleh/gate/lane';
import { newId } from '@mahalleh/kernel';
import { keepSecrets } from '@mahalleh/local/secrets';
import { keepSigned } from '@mahalleh/templates';
import { startNation } from '../support/nation.ts';
import { askerOf } from './support/ask.ts';
import { median, send } from './support/load.ts';
import { report } from './support/report.ts';
import { wideTemplate } from './support/wide-template.ts';
import { addNeighbourhoods, signInAs, writeAs } from './support/world.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '25' } } });
const ROUNDS = Number(values.rounds);
const WARM = 3;
/** What follows a change (recomputation, a letter) is over before the next is timed. Unit: milliseconds. */
const REST = 1_500;

const nation = await startNation({ sample: 'none', provinces: ['qom'] });
const ask = askerOf(nation, tokenMint(keepSecrets(nation.data).dbTokenJwk), 'qom');

/** The tables that adopting writes, in the order in which they refer to one another, and how its rows are found. */
const TABLES: Readonly<Record<string, (place: { unitId: string; adoptionId: string }) => string>> = {
  problems: ({ unitId }) => `unit_id = '${unitId}'`,
  operations: ({ unitId }) => `unit_id = '${unitId}'`,
  tasks: ({ unitId }) => `unit_id = '${unitId}'`,
  task_dependencies: ({ unitId }) => `unit_id = '${unitId}'`,
  responsibilities: ({ unitId }) => `unit_id = '${unitId}'`,
  targets: ({ unitId }) => `unit_id = '${unitId}'`,
  adoptions: ({ adoptionId }) => `id = '${adoptionId}'`,
  adopted_elements: ({ adoptionId }) => `adoption_id = '${adoptionId}'`,
  element_rows: ({ adoptionId }) =>
    `(kind, row_key) in (select kind, row_key from adopted_elements where adoption_id = '${adoptionId}' and kind in ('problem', 'operation', 'task', 'link', 'duty', 'target'))`,
};

const columnsOf = async (table: string): Promise<string[]> =>
  (await ask(`select name from pragma_table_xinfo('${table}') where hidden = 0`)).map(([name]) => String(name));

/** The rows that an adoption made, as statements that make the same of them in another neighbourhood, under other ids and codes. */
const sameElsewhere = async (place: { unitId: string; adoptionId: string }, otherUnitId: string) => {
  const tables: { table: string; columns: string[]; rows: SqlValue[][] }[] = [];
  for (const [table, where] of Object.entries(TABLES)) {
    const columns = await columnsOf(table);
    tables.push({
      table,
      columns,
      rows: await ask(`select ${columns.join(', ')} from ${table} where ${where(place)}`),
    });
  }
  const other = new Map<string, string>([
    [place.unitId, otherUnitId],
    [place.adoptionId, newId()],
  ]);
  for (const { table, rows, columns } of tables)
    for (const row of rows) {
      const own = row[columns.indexOf('id')];
      if (columns[0] === 'id') other.set(String(own), newId());
      const code = row[columns.indexOf('code')];
      if (columns.includes('code'))
        other.set(String(code), `${table === 'problems' ? 'B' : 'A'}-${newId().slice(-12)}`);
    }
  const name = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  const moved = (value: SqlValue): SqlValue =>
    typeof value === 'string' ? (other.get(value) ?? value.replace(name, (found) => other.get(found) ?? found)) : value;
  const statements = tables.map(({ table, columns, rows }): Statement => ({
    sql: `insert into ${table} (${columns.join(', ')}) select ${columns.map((_, i) => `json_extract(j.value, '$[${i}]')`).join(', ')} from json_each(?) j`,
    args: [JSON.stringify(rows.map((row) => row.map(moved)))],
  }));
  return { statements, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
};

try {
  const [province] = await ask("select id from units where kind = 'province'");
  const cookie = await signInAs(nation, 'qom', 'director_general', String(province?.[0]));
  const places = await addNeighbourhoods(nation, 'qom', ask, (ROUNDS + WARM) * 2);
  const template = await wideTemplate();
  const seal = { keyId: 'bench', publicJwk: '{}', seal: '' };
  const endorsement = {
    ...{ digest: template.digest, province: 'qom' as const, provinceKeyId: 'bench', mandates: [], note: '' },
    ...{ author: 'Bench', office: 'Bench', signedAtMs: Date.now(), keyId: 'bench', seal: '' },
  };
  const { templateId, version } = template.document;
  const signed = { templateId, version, digest: template.digest, province: 'qom' as const, document: template.text };
  await writeAs(nation, 'qom', keepSigned({ ...signed, seal, endorsement, comments: [] }, template.document, 'letter'));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = async (path: string, body: object) => {
    const from = performance.now();
    const answer = await send(agent, nation.url, {
      ...{ method: 'POST', path: `/api/v1/provinces/qom${path}`, body: JSON.stringify(body) },
      headers: { cookie, 'content-type': 'application/json' },
    });
    const elapsed = performance.now() - from;
    if (answer.status > 299) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 600)}`);
    return {
      elapsed,
      body: JSON.parse(answer.body) as { id: string },
      requests: Number(answer.headers['x-database-requests']),
    };
  };
  const { body: agency } = await post('/agencies', {
    unitId: String(province?.[0]),
    kind: 'municipality',
    name: 'Bench',
  });
  const [person] = await ask('select id from people limit 1');
  const mapping = {
    ...Object.fromEntries(template.domains.map((domain, i) => [domain, template.domainKeys[i] ?? ''])),
    [template.role]: String(person?.[0]),
    [template.agency]: agency.id,
  };
  const ratios: number[] = [];
  const [ours, bare]: [number[], number[]] = [[], []];
  let most = 0;
  let rows = 0;
  for (let round = -WARM; round < ROUNDS; round++) {
    const at = (round + WARM) * 2;
    const [unitId = '', otherUnitId = ''] = [places[at], places[at + 1]];
    const adopted = await post(`/templates/${templateId}/adopt`, { version, unitId, startsOn: '2026-12-05', mapping });
    await new Promise((done) => setTimeout(done, REST));
    const same = await sameElsewhere({ unitId, adoptionId: adopted.body.id }, otherUnitId);
    const from = performance.now();
    await writeAs(nation, 'qom', same.statements);
    const elapsed = performance.now() - from;
    await new Promise((done) => setTimeout(done, REST));
    if (round < 0) continue;
    ours.push(adopted.elapsed);
    bare.push(elapsed);
    ratios.push(adopted.elapsed / elapsed);
    most = Math.max(most, adopted.requests);
    rows = same.rows;
    console.log(
      `adopted ${adopted.elapsed.toFixed(0)} ms, bare ${elapsed.toFixed(0)} ms, ${rows} rows, ${adopted.requests} requests`,
    );
  }
  report('templates', {
    adopt_500_over_bare: median(ratios),
    adopt_500_over_bare_of_medians: median(ours) / median(bare),
    adopt_500_ms: median(ours),
    bare_500_ms: median(bare),
    elements: template.document.elements.length,
    rows,
    adopt_500_requests: most,
  });
} finally {
  await nation.stop();
}
