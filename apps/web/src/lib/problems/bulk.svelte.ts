import { m } from '$lib/paraglide/messages';
import { v7 } from 'uuid';

/** A record as it was seen. */
export type Seen = { readonly id: string; readonly revision: number };
type Fault = { readonly title?: string; readonly detail?: string; readonly errors?: readonly { title: string }[] };

/** So many go in one command: all of them or none. */
const AT_ONCE = 200;

const faultOf = (error: unknown): string => (error instanceof Error ? error.message : m.shell_form_unreachable());

/** A change of many problems, command by command, from the browser. What has been done stays done when a later one is refused. */
export class Bulk {
  isRunning = $state(false);
  done = $state(0);
  of = $state(0);
  fault = $state<string>();
  readonly #api: string;

  constructor(api: string) {
    this.#api = api;
  }

  /** All that match a query, with their revisions; undefined when they could not be had, and `fault` says why. */
  async matching(query: URLSearchParams): Promise<readonly Seen[] | undefined> {
    [this.isRunning, this.done, this.of, this.fault] = [true, 0, 0, undefined];
    try {
      return await this.#matching(query);
    } catch (error) {
      this.fault = faultOf(error);
      return undefined;
    } finally {
      this.isRunning = false;
    }
  }

  async #matching(query: URLSearchParams): Promise<Seen[]> {
    const all: Seen[] = [];
    for (let isMore = true; isMore;) {
      const asked = new URLSearchParams(query);
      const last = all.at(-1);
      if (last) asked.set('after', last.id);
      const page = (await this.#ask(`problem-ids?${asked.toString()}`)) as { rows: Seen[]; isMore: boolean };
      all.push(...page.rows);
      isMore = page.isMore && page.rows.length > 0;
    }
    return all;
  }

  /** Does it. Returns the ids of the commands that were done, for taking them back. */
  async run(verb: string, body: object, records: readonly Seen[]): Promise<readonly string[]> {
    [this.isRunning, this.done, this.of, this.fault] = [true, 0, records.length, undefined];
    const commandIds: string[] = [];
    try {
      for (let from = 0; from < records.length; from += AT_ONCE) {
        const commandId = v7();
        const part = records.slice(from, from + AT_ONCE).map(({ id, revision }) => ({ id, revision }));
        await this.#ask(`bulk/problems/${verb}`, { ...body, records: part }, commandId);
        commandIds.push(commandId);
        this.done += part.length;
      }
    } catch (error) {
      this.fault = faultOf(error);
    } finally {
      this.isRunning = false;
    }
    return commandIds;
  }

  /** Takes commands back, the last first. Returns why not, when one could not be. */
  async undo(commandIds: readonly string[]): Promise<string | undefined> {
    try {
      for (const commandId of commandIds.toReversed()) await this.#ask('undo', { commandId }, v7());
      return undefined;
    } catch (error) {
      return faultOf(error);
    }
  }

  async #ask(path: string, body?: object, commandId?: string): Promise<unknown> {
    const answer = await fetch(`${this.#api}/${path}`, {
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...(commandId && { 'idempotency-key': commandId }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Error(m.shell_form_unreachable());
    });
    const said: unknown = await answer.json();
    if (answer.ok) return said;
    const { title, detail, errors } = said as Fault;
    throw new Error([title, detail, ...(errors ?? []).map((error) => error.title)].filter(Boolean).join(' '));
  }
}
