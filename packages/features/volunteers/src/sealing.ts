import { base64url, fromBase64url } from '@mahalleh/gate';

/** What is kept of a volunteer only encrypted. */
export const SEALED_FIELDS = ['fullName', 'phone', 'times', 'note'] as const;
/** A field that is kept only encrypted. */
export type SealedField = (typeof SEALED_FIELDS)[number];

/** Where a sealed text belongs: opened anywhere else, it fails. */
export type Place = { readonly workspace: string; readonly volunteerId: string };

const NONCE_BYTES = 12;
const encoder = new TextEncoder();

/** Web Crypto wants bytes over a plain ArrayBuffer; ours always are. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

const keyOf = (key: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', plain(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

const parameters = ({ workspace, volunteerId }: Place, field: SealedField, nonce: Uint8Array) => ({
  name: 'AES-GCM',
  iv: plain(nonce),
  additionalData: encoder.encode([workspace, volunteerId, field].join('\n')),
});

/** Seals one field under a person's key, with a nonce of its own. Shape: base64url of nonce and ciphertext. */
export const sealField = async (key: Uint8Array, place: Place, field: SealedField, text: string): Promise<string> => {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(parameters(place, field, nonce), await keyOf(key), encoder.encode(text)),
  );
  const whole = new Uint8Array(NONCE_BYTES + sealed.length);
  whole.set(nonce);
  whole.set(sealed, NONCE_BYTES);
  return base64url(whole);
};

/** Opens one sealed field. Shape: null when the key, the place or the text is not the one that it was sealed with. */
export const openField = async (
  key: Uint8Array,
  place: Place,
  field: SealedField,
  sealed: string,
): Promise<string | null> => {
  try {
    const whole = fromBase64url(sealed);
    const [nonce, text] = [whole.slice(0, NONCE_BYTES), whole.slice(NONCE_BYTES)];
    const opened = await crypto.subtle.decrypt(parameters(place, field, nonce), await keyOf(key), plain(text));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened);
  } catch {
    return null;
  }
};

/** The columns that hold the sealed fields. */
export const SEALED_COLUMNS = {
  fullName: 'nameSealed',
  phone: 'phoneSealed',
  times: 'timesSealed',
  note: 'noteSealed',
} as const satisfies Record<SealedField, string>;

type SealedColumn = (typeof SEALED_COLUMNS)[SealedField];
/** What was said of the fields: text, null to clear it, undefined to leave it. */
export type Said = { readonly [field in SealedField]?: string | null | undefined };

/** The columns of what was said, sealed; cleared ones are null. */
export const sealSaid = async (
  key: Uint8Array,
  place: Place,
  said: Said,
): Promise<Partial<Record<SealedColumn, string | null>>> => {
  const entries = SEALED_FIELDS.flatMap((field) => {
    const text = said[field];
    return text === undefined ? [] : [[field, text] as const];
  });
  return Object.fromEntries(
    await Promise.all(
      entries.map(async ([field, text]) => [
        SEALED_COLUMNS[field],
        text === null ? null : await sealField(key, place, field, text),
      ]),
    ),
  ) as Partial<Record<SealedColumn, string | null>>;
};

/** A row with its sealed columns. */
export type SealedRow = { readonly id: string } & Readonly<Record<SealedColumn, string | null>>;
/** The fields of a row, opened. */
export type Opened = Readonly<Record<SealedField, string | null>>;

/** The fields of a row, opened under its key; null where there is nothing, or no key. */
export const openRow = async (key: Uint8Array | undefined, workspace: string, row: SealedRow): Promise<Opened> => {
  const open = async (field: SealedField): Promise<string | null> => {
    const sealed = row[SEALED_COLUMNS[field]];
    return key && sealed !== null ? openField(key, { workspace, volunteerId: row.id }, field, sealed) : null;
  };
  const [fullName, phone, times, note] = await Promise.all(SEALED_FIELDS.map(open));
  return { fullName: fullName ?? null, phone: phone ?? null, times: times ?? null, note: note ?? null };
};
