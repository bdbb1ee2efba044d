import type { Reader, Statement } from '@mahalleh/gate';
import type { Receipt, SealedLetter } from './define-letter.ts';
import { sealLetter, unwrapSealKey } from './seal.ts';

/** A state letter that the rollups build from what is stored: its body, and what to remember once it is acknowledged. */
export type StateLetter = {
  readonly kind: string;
  readonly number: number;
  readonly bodyJson: string;
  readonly onAck: (bodyJson: string) => Statement[];
  /** More of it waits than one letter holds: the round goes on once this one is acknowledged. */
  readonly hasMore?: boolean;
};

/** What the courier of one province needs. */
export type CourierPorts = {
  readonly province: string;
  readonly reader: Reader;
  /** Saves through the lane of the province. */
  readonly save: (statements: readonly Statement[]) => Promise<boolean>;
  /** Hands a letter to the nation's lane. Fails: any Error when it cannot be reached. */
  readonly hand: (letter: SealedLetter) => Promise<Receipt>;
  /** The secret that wraps the province's private key. */
  readonly secret: () => Promise<Uint8Array>;
  readonly nowMs: () => number;
  /** Reads what is needed for the state letters that are due. The same request reads keys and waiting event letters. */
  readonly stateAsk: readonly Statement[];
  readonly stateLetters: (results: Results) => StateLetter[];
};

/** What was read, question by question. */
type Results = readonly { readonly rows: readonly (readonly unknown[])[] }[];

type Key = { keyId: string; key: CryptoKey };

const KEY_AND_EVENTS: readonly Statement[] = [
  { sql: 'select key_id, wrapped_private from seal_keys where to_ms is null order by from_ms desc limit 1', args: [] },
  { sql: 'select epoch, last_failure from border_state where id = 1', args: [] },
  {
    sql: 'select kind, epoch, number, body_json from letters_out where acked_at_ms is null order by kind, epoch, number limit 200',
    args: [],
  },
];

/** Delivers what a province has to say, in order and at least once. Only the lane calls it. */
export class Courier {
  readonly #ports: CourierPorts;
  #key: Key | undefined;
  #acks: Statement[] = [];

  constructor(ports: CourierPorts) {
    this.#ports = ports;
  }

  /** What a round has to know, asked in one read. */
  get asks(): readonly Statement[] {
    return [...KEY_AND_EVENTS, ...this.#ports.stateAsk];
  }

  /** Whether letters of events wait among what was read. */
  hasEvents(results: Results): boolean {
    return (results[2]?.rows.length ?? 0) > 0;
  }

  /** The statements that remember what was acknowledged, once. Until they are saved, a letter is sent again and answered with what is held. */
  takeAcks(): readonly Statement[] {
    return this.#acks.splice(0);
  }

  /**
   * One round over what was read: event letters first, then state letters. What it leaves to be remembered is in `takeAcks`.
   * Shape: how many were acknowledged. Fails: what the wire fails with.
   */
  async round(results: Results): Promise<number> {
    const { reader, nowMs, save } = this.#ports;
    const [keyRow] = results[0]?.rows ?? [];
    const [stateRow] = results[1]?.rows ?? [];
    if (!keyRow || !stateRow) return 0;
    const epoch = Number(stateRow[0]);
    const key = await this.#open(String(keyRow[0]), String(keyRow[1]));
    let acked = 0;
    for (const [kind, letterEpoch, number, bodyJson] of results[2]?.rows ?? []) {
      const onAck = (): Statement[] => [
        {
          sql: 'update letters_out set acked_at_ms = ? where kind = ? and epoch = ? and number = ?',
          args: [nowMs(), String(kind), Number(letterEpoch), Number(number)],
        },
      ];
      const letter = { kind: String(kind), number: Number(number), bodyJson: String(bodyJson), onAck };
      // A letter of an event waits in the database until it is acknowledged there: that is not put off.
      if (!(await this.#deliver(key, Number(letterEpoch), letter)) || !(await save(this.takeAcks()))) break;
      acked++;
    }
    let hasMore = false;
    for (const letter of this.#ports.stateLetters(results.slice(KEY_AND_EVENTS.length))) {
      if (!(await this.#deliver(key, epoch, letter))) return acked;
      acked++;
      hasMore ||= letter.hasMore === true;
    }
    if (!hasMore || !(await save(this.takeAcks()))) return acked;
    return acked + (await this.round(await reader.batch(this.asks)));
  }

  async #deliver({ keyId, key }: Key, epoch: number, { kind, number, bodyJson, onAck }: StateLetter): Promise<boolean> {
    const { province, hand, save, nowMs } = this.#ports;
    const sentAtMs = nowMs();
    const receipt = await hand(await sealLetter({ province, epoch, kind, number, sentAtMs, bodyJson }, keyId, key));
    if (receipt.outcome === 'taken' || receipt.outcome === 'had') {
      const held = receipt.outcome === 'had' ? receipt.bodyJson : bodyJson;
      this.#acks.push(...onAck(held), {
        sql: 'update border_state set last_acked_at_ms = ?, last_failure = null where id = 1',
        args: [sentAtMs],
      });
      return true;
    }
    const failure =
      receipt.outcome === 'expected' ? `expected ${kind} ${receipt.number}, sent ${number}` : receipt.reason;
    await save([{ sql: 'update border_state set last_failure = ? where id = 1', args: [failure] }]);
    return false;
  }

  async #open(keyId: string, wrapped: string): Promise<Key> {
    if (this.#key?.keyId !== keyId)
      this.#key = { keyId, key: await unwrapSealKey(wrapped, await this.#ports.secret()) };
    return this.#key;
  }
}
