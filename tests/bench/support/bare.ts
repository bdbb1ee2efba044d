import { Hono } from 'hono';

/** What the bare handlers are measured with: one fixed request to the server that the caller names. */
type Env = { LIST_BODY: string };

const app = new Hono<{ Bindings: Env }>();

const pipeline = async (url: string, token: string, namespace: string, body: string): Promise<Response> =>
  fetch(`${url}/v2/pipeline`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-namespace-bin': namespace },
    body,
  });

type Answer = {
  results: {
    response?: {
      result?: { step_results?: ({ rows: { value?: string | number }[][] } | null)[]; affected_row_count?: number };
    };
  }[];
};

/** The same SQL as the product's list, sent as it is; the rows go back as JSON. */
app.get('/list', async (c) => {
  const answer = await pipeline(
    c.req.header('x-db') ?? '',
    c.req.header('x-token') ?? '',
    c.req.header('x-namespace') ?? '',
    c.env.LIST_BODY,
  );
  if (!answer.ok) return c.json({ status: answer.status }, 503);
  const { results } = (await answer.json()) as Answer;
  const sets = results[0]?.response?.result?.step_results ?? [];
  return c.json(sets.map((set) => set?.rows.map((row) => row.map(({ value }) => value ?? null)) ?? []));
});

/** One row, inserted directly. */
app.post('/insert', async (c) => {
  const body = await c.req.json<{ title: string }>();
  const args = [
    { type: 'text', value: crypto.randomUUID() },
    { type: 'text', value: body.title },
    { type: 'integer', value: String(Date.now()) },
  ];
  const sql =
    "insert into problems (id, code, unit_id, domain_key, title, title_folded, severity, place_kind, status, registered_by, registered_at_ms) values (?1, ?1, 'u', 'd', ?2, ?2, 3, 'whole', 'registered', 'p', ?3)";
  const answer = await pipeline(
    c.req.header('x-db') ?? '',
    c.req.header('x-token') ?? '',
    c.req.header('x-namespace') ?? '',
    JSON.stringify({ requests: [{ type: 'execute', stmt: { sql, args } }, { type: 'close' }] }),
  );
  if (!answer.ok) return c.json({ status: answer.status }, 503);
  const { results } = (await answer.json()) as Answer;
  return results[0]?.response ? c.json({ ok: true }, 201) : c.json({ ok: false }, 503);
});

export default app;
