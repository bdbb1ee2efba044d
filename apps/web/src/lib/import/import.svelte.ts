import { m } from '$lib/paraglide/messages';
import type { Locale } from '@mahalleh/ui';
import { v7 } from 'uuid';
import type { Done, Dry, Inspected, Kind } from './model';

/** What is wrong, in the reader's language. */
export type Fault = {
  readonly title: string;
  readonly details: readonly string[];
  readonly trace?: string | undefined;
};

type Step = 'file' | 'mapping' | 'dry' | 'done' | 'back';

/**
 * One import, from the file to what was written. The file stays in the browser and is sent again at each step, so that nothing of it is kept until it is written.
 */
export class Import {
  readonly #api: string;
  readonly #locale: Locale;
  kind = $state<Kind>('units');
  file = $state.raw<File>();
  step = $state<Step>('file');
  isBusy = $state(false);
  fault = $state.raw<Fault>();
  inspected = $state.raw<Inspected>();
  /** Our column → number of the file's column, as text; empty: left out. */
  mapping = $state<Record<string, string>>({});
  dry = $state.raw<Dry>();
  done = $state.raw<Done>();
  /** The same until a clear answer comes, so that sending again writes once. */
  #commandId = v7();

  constructor(api: string, locale: Locale, kind: Kind) {
    this.#api = api;
    this.#locale = locale;
    this.kind = kind;
  }

  /** Reads the file and guesses its columns. */
  async inspect(): Promise<void> {
    const inspected = await this.#send<Inspected>('inspect');
    if (!inspected) return;
    this.inspected = inspected;
    this.mapping = Object.fromEntries(
      inspected.columns.map(({ key, header }) => [key, header === null ? '' : String(header)]),
    );
    this.step = 'mapping';
  }

  /** Says what a run would do, without doing it. */
  async dryRun(): Promise<void> {
    const dry = await this.#send<Dry>('dry-run', this.#mapped());
    if (!dry) return;
    this.dry = dry;
    this.#commandId = v7();
    this.step = 'dry';
  }

  /** Writes the rows that are right. */
  async run(): Promise<void> {
    const done = await this.#send<Done>('run', this.#mapped());
    if (!done) return;
    this.done = done;
    this.step = 'done';
  }

  /** Takes back all that the run wrote, as one. */
  async takeBack(): Promise<void> {
    const taken = await this.#ask('/undo', JSON.stringify({ commandId: this.#commandId }), {
      'content-type': 'application/json',
      'idempotency-key': v7(),
    });
    if (taken !== undefined) this.step = 'back';
  }

  /** Back to an earlier step; what was chosen stays. */
  back(step: Step): void {
    this.step = step;
    this.fault = undefined;
  }

  #mapped(): string {
    const entries = Object.entries(this.mapping).flatMap(([key, at]) => (at === '' ? [] : [[key, Number(at)]]));
    return JSON.stringify(Object.fromEntries(entries));
  }

  async #send<Data>(verb: 'inspect' | 'dry-run' | 'run', mapping?: string): Promise<Data | undefined> {
    if (this.isBusy) return undefined;
    this.fault = undefined;
    if (this.file === undefined) {
      this.fault = { title: m.import_no_file(), details: [] };
      return undefined;
    }
    const query = new URLSearchParams({ kind: this.kind, ...(mapping === undefined ? {} : { mapping }) });
    const bytes = await this.file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) {
      this.fault = { title: m.import_unreachable(), details: [] };
      return undefined;
    }
    return this.#ask<Data>(`/imports/${verb}?${query}`, bytes, {
      'content-type': 'text/csv',
      ...(verb === 'run' ? { 'idempotency-key': this.#commandId } : {}),
    });
  }

  async #ask<Data>(path: string, body: BodyInit, headers: Readonly<Record<string, string>>): Promise<Data | undefined> {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    this.fault = undefined;
    try {
      const response = await fetch(`${this.#api}${path}`, {
        method: 'POST',
        body,
        headers: { 'accept-language': this.#locale, ...headers },
      });
      const answer: unknown = await response.json();
      if (response.ok) return asPromised<Data>(answer);
      if (response.status < 500 && this.step === 'dry') this.#commandId = v7();
      this.fault = faultOf(answer);
    } catch {
      this.fault = { title: m.import_unreachable(), details: [] };
    } finally {
      this.isBusy = false;
    }
    return undefined;
  }
}

/** The API answers by the schemas of its own document; its tests check that it does. */
const asPromised = <Data>(body: unknown): Data => body as Data;

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const faultOf = (body: unknown): Fault => {
  const { title, errors, traceId } = record(body);
  const details = Array.isArray(errors) ? errors.flatMap((fault) => textOf(record(fault)['title']) ?? []) : [];
  return { title: textOf(title) ?? m.import_unreachable(), details, trace: textOf(traceId) };
};
