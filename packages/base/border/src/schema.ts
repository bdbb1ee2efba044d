import { index, integer, primaryKey, text } from 'drizzle-orm/sqlite-core';
import { nationalTable, provinceTable, workspaceTable } from '@mahalleh/gate';

/** The columns of a key pair with the time it is good for; the private half is wrapped by a deployment secret. */
const keyPair = () => ({
  keyId: text('key_id').primaryKey(),
  wrappedPrivate: text('wrapped_private').notNull(),
  publicJwk: text('public_jwk').notNull(),
  fromMs: integer('from_ms').notNull(),
  toMs: integer('to_ms'),
});

/** Event letters on their way out, written in the batch of their change. Numbered without gaps per kind and epoch. */
export const lettersOut = workspaceTable(
  'letters_out',
  {
    kind: text('kind').notNull(),
    epoch: integer('epoch').notNull(),
    number: integer('number').notNull(),
    bodyJson: text('body_json').notNull(),
    writtenAtMs: integer('written_at_ms').notNull(),
    ackedAtMs: integer('acked_at_ms'),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.epoch, t.number] }),
    index('letters_out_waiting').on(t.ackedAtMs, t.writtenAtMs),
  ],
);

/** Where a province stands with the nation. One row. `cell_seq`: cells stamped up to here are acknowledged. */
export const borderState = provinceTable('border_state', {
  id: integer('id').primaryKey(),
  epoch: integer('epoch').notNull(),
  cellNumber: integer('cell_number').notNull(),
  cellSeq: integer('cell_seq').notNull(),
  coverageNumber: integer('coverage_number').notNull(),
  coverageAtMs: integer('coverage_at_ms').notNull(),
  lastAckedAtMs: integer('last_acked_at_ms'),
  lastFailure: text('last_failure'),
});

/** Every letter the nation took in: its place in the sequence, its digest and its seal. */
export const lettersIn = nationalTable(
  'letters_in',
  {
    province: text('province').notNull(),
    epoch: integer('epoch').notNull(),
    kind: text('kind').notNull(),
    number: integer('number').notNull(),
    keyId: text('key_id').notNull(),
    digest: text('digest').notNull(),
    seal: text('seal').notNull(),
    bodyJson: text('body_json').notNull(),
    sentAtMs: integer('sent_at_ms').notNull(),
    receivedAtMs: integer('received_at_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.province, t.epoch, t.kind, t.number] }),
    index('letters_in_by_time').on(t.province, t.receivedAtMs),
  ],
);

/** The letters taken in, counted by kind as they come (a trigger keeps it), so that the health of a border costs the same whatever its history. */
export const borderTallies = nationalTable(
  'border_tallies',
  {
    province: text('province').notNull(),
    epoch: integer('epoch').notNull(),
    kind: text('kind').notNull(),
    number: integer('number').notNull(),
    letters: integer('letters').notNull(),
    bytes: integer('bytes').notNull(),
    receivedAtMs: integer('received_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.province, t.epoch, t.kind] })],
);

/** The provinces as the nation knows them. */
export const provinces = nationalTable('provinces', {
  slug: text('slug').primaryKey(),
  code: text('code').notNull(),
  nameFa: text('name_fa').notNull(),
  nameEn: text('name_en').notNull(),
  status: text('status').$type<'active' | 'suspended'>().notNull(),
  epoch: integer('epoch').notNull(),
  schemaVersion: integer('schema_version').notNull(),
  provisionedAtMs: integer('provisioned_at_ms').notNull(),
});

/** The public keys of the provinces, with the time they are good for. */
export const provinceKeys = nationalTable(
  'province_keys',
  {
    keyId: text('key_id').primaryKey(),
    province: text('province').notNull(),
    publicJwk: text('public_jwk').notNull(),
    fromMs: integer('from_ms').notNull(),
    toMs: integer('to_ms'),
  },
  (t) => [index('province_keys_by_province').on(t.province)],
);

/** The province's own key pair; the private half is wrapped by a deployment secret. */
export const sealKeys = provinceTable('seal_keys', keyPair());

/** Letters to the provinces, each in the row of numbers of its province; collected by the province itself. */
export const lettersToProvinces = nationalTable(
  'letters_to_provinces',
  {
    province: text('province').notNull(),
    number: integer('number').notNull(),
    kind: text('kind').notNull(),
    bodyJson: text('body_json').notNull(),
    writtenAtMs: integer('written_at_ms').notNull(),
    collectedAtMs: integer('collected_at_ms'),
  },
  (t) => [primaryKey({ columns: [t.province, t.number] })],
);

/** The nation's own key pair, with which letters to provinces are sealed; the private half is wrapped. */
export const nationKeys = nationalTable('nation_keys', keyPair());

/** Every letter that the province took in from the nation. */
export const lettersReceived = provinceTable('letters_received', {
  number: integer('number').primaryKey(),
  kind: text('kind').notNull(),
  keyId: text('key_id').notNull(),
  digest: text('digest').notNull(),
  seal: text('seal').notNull(),
  bodyJson: text('body_json').notNull(),
  sentAtMs: integer('sent_at_ms').notNull(),
  receivedAtMs: integer('received_at_ms').notNull(),
});

/**
 * Letters of the nation that a later program wrote: taken in as received, so that what follows them is not held up, and applied
 * once this program reads their format.
 */
export const lettersSetAside = provinceTable('letters_set_aside', {
  number: integer('number').primaryKey(),
  kind: text('kind').notNull(),
  /** The format that it is written in, and the last one with which it was looked at. */
  needs: integer('needs').notNull(),
  tried: integer('tried').notNull(),
  /** Why it was not taken in when it was looked at last. */
  reason: text('reason').notNull(),
  /** JSON: what its feature shows of it meanwhile. */
  aboutJson: text('about_json').notNull(),
  setAsideAtMs: integer('set_aside_at_ms').notNull(),
  takenInAtMs: integer('taken_in_at_ms'),
});

/**
 * What the figures of a province were at an instant, by the letters taken in until then; sealed with the nation's key. Taken at
 * the beginning of each Jalali month: from here letters are replayed.
 */
export const checkpoints = nationalTable(
  'checkpoints',
  {
    province: text('province').notNull(),
    month: text('month').notNull(),
    takenAtMs: integer('taken_at_ms').notNull(),
    bodyJson: text('body_json').notNull(),
    digest: text('digest').notNull(),
    keyId: text('key_id').notNull(),
    seal: text('seal').notNull(),
  },
  (t) => [primaryKey({ columns: [t.province, t.takenAtMs] })],
);

/** The last letter of each province that could not be taken in, and why. */
export const borderFailures = nationalTable('border_failures', {
  province: text('province').primaryKey(),
  kind: text('kind').notNull(),
  number: integer('number').notNull(),
  reason: text('reason').notNull(),
  atMs: integer('at_ms').notNull(),
});
