import { makeSealKey, unwrapSealKey } from '@mahalleh/border';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalText,
  checkDocument,
  checkStructure,
  digestOf,
  endorsementHolds,
  MOST,
  provinceSealHolds,
  sealDigest,
  sealEndorsement,
  zDigest,
  type TemplateDocument,
} from '../src/document/index.ts';
import { documentReasons } from '../src/reasons/document-reasons.ts';
import { elementId, sampleDocument, sampleElements } from '../src/testing.ts';

const json = fc.jsonValue({ maxDepth: 5 });

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, held]) => [key, shuffled(held)]),
  );
};

describe('canonical text', () => {
  test('does not depend on the order of keys, and says what was said', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalText(value);
        expect(canonicalText(shuffled(value))).toBe(text);
        expect(canonicalText(JSON.parse(text))).toBe(text);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(canonicalText(JSON.parse(text)))));
      }),
    );
  });

  test.each([
    [
      'keys by their code units, not by a locale',
      { b: 1, ا: 2, a: 3, Z: 4, '€': 5 },
      '{"Z":4,"a":3,"b":1,"ا":2,"€":5}',
    ],
    ['minus zero', [-0, 1e21, 1e-7, 0.1], '[0,1e+21,1e-7,0.1]'],
    ['half of a pair', '\ud800', '"\\ud800"'],
    ['controls and slashes', '\u0007</\u2028', '"\\u0007</\u2028"'],
    ['what is undefined in an object is not there', { a: undefined, b: null }, '{"b":null}'],
    ['a key that objects inherit', JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ])('%s', (_name, value, text) => expect(canonicalText(value)).toBe(text));

  test.each([[[undefined]], [Number.NaN], [Number.POSITIVE_INFINITY], [() => 1]])('%s is no JSON', (value) =>
    expect(() => canonicalText(value)).toThrow(TypeError),
  );

  test('a digest is SHA-256 in base64url', async () => {
    expect(await digestOf('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
    expect(zDigest.safeParse(await digestOf('')).success).toBe(true);
  });
});

const changed = (n: number, fields: Record<string, unknown>): TemplateDocument => ({
  ...sampleDocument(),
  elements: sampleElements().map((one) =>
    one.id === elementId(n) ? { ...one, fields: { ...one.fields, ...(fields as typeof one.fields) } } : one,
  ),
});
const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const attached = async (over: object = {}): Promise<TemplateDocument> => {
  const digest = await digestOf(photo);
  const base = sampleDocument();
  return {
    ...base,
    elements: [
      ...base.elements,
      { id: elementId(20), kind: 'media', fields: { title: 'عکس', attachment: digest, forRef: elementId(6) } },
    ],
    attachments: [
      {
        ...{
          digest,
          mediaType: 'image/jpeg' as const,
          bytes: photo.length,
          data: Buffer.from(photo).toString('base64'),
        },
        ...over,
      },
    ],
  };
};
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
const link = (n: number, taskRef: number, afterRef: number) => ({
  id: elementId(n),
  kind: 'link',
  fields: { taskRef: elementId(taskRef), afterRef: elementId(afterRef), lagDays: 0 },
});
const indicator = (n: number, key: string, formula: string | null) => ({
  id: elementId(n),
  kind: 'indicator',
  fields: { ...sampleElements()[4]?.fields, key, formula },
});
const withElements = (...more: object[]): unknown => ({
  ...sampleDocument(),
  elements: [...sampleElements(), ...more],
});
const at = (n: number, name: string): string => `elements.${elementId(n)}${name === '' ? '' : `.${name}`}`;

describe('a document is checked', () => {
  test('one that is in order comes out as it was given', async () => {
    const document = sampleDocument();
    expect(await checkDocument(document)).toEqual({ document });
    expect(await checkDocument(JSON.stringify(document))).toEqual({ document });
    expect('document' in (await checkDocument(await attached()))).toBe(true);
  });

  test('what is not known here is carried untouched', () => {
    const document = {
      ...sampleDocument(),
      rhythm: { everyDays: 7 },
      elements: [
        ...sampleElements().map((one) => ({ ...one, fields: { ...one.fields, colour: 'green' } })),
        { id: elementId(30), kind: 'meeting_rhythm', fields: { everyDays: 7, forRef: elementId(3) } },
      ],
    };
    const checked = checkStructure(JSON.stringify(document));
    expect(checked).toEqual({ document });
    expect('document' in checked && canonicalText(checked.document)).toBe(canonicalText(document));
  });

  test.each<[string, unknown, string, string]>([
    ['no JSON', '{', '', 'template_not_json'],
    ['no object', '[]', '', 'template_not_json'],
    ['another format', { ...sampleDocument(), format: 'other' }, 'format', 'template_format_unknown'],
    ['too new', { ...sampleDocument(), formatVersion: 2 }, 'formatVersion', 'template_too_new'],
    ['too old', { ...sampleDocument(), formatVersion: 0 }, 'formatVersion', 'template_too_old'],
    ['huge text', ' '.repeat(MOST.text_total + 1), '', 'template_too_large'],
    ['huge object', { ...sampleDocument(), more: 'x'.repeat(MOST.text_total) }, '', 'template_too_large'],
    [
      'too many elements',
      { ...sampleDocument(), elements: Array.from({ length: MOST.elements + 1 }, () => ({})) },
      'elements',
      'template_too_many',
    ],
    [
      'too many fields',
      withElements({
        ...{ id: elementId(30), kind: 'later' },
        fields: Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`f${n}`, n])),
      }),
      at(30, ''),
      'template_too_many',
    ],
    ['no elements', { ...sampleDocument(), elements: [] }, 'elements', 'list_too_short'],
    [
      'nested deeper than anybody reads',
      { ...sampleDocument(), more: nested(5000) },
      'more.0.0.0',
      'template_too_deep',
    ],
    ['half of a surrogate pair', changed(10, { text: 'a\ud800' }), 'elements.9.fields.text', 'template_text_broken'],
    ['a title that is missing', { ...sampleDocument(), title: undefined }, 'title', 'required'],
    ['a province that is none', { ...sampleDocument(), province: 'atlantis' }, 'province', 'choice_unknown'],
    ['a field that does not fit', changed(2, { severity: 9 }), at(2, 'severity'), 'number_too_big'],
    ['a field that is missing', changed(2, { title: '' }), at(2, 'title'), 'required'],
    ['a field that is no value', changed(2, { title: { a: 1 } }), at(2, 'title'), 'wrong_type'],
    ['an id that stands twice', withElements({ ...sampleElements()[9] }), at(10, ''), 'template_id_twice'],
    [
      'what it refers to is missing',
      changed(6, { problemRef: elementId(77) }),
      at(6, 'problemRef'),
      'template_reference_missing',
    ],
    [
      'what it refers to is of another kind',
      changed(6, { domainRef: elementId(2) }),
      at(6, 'domainRef'),
      'template_reference_kind',
    ],
    [
      'an unknown kind refers to what is missing',
      withElements({ id: elementId(30), kind: 'later', fields: { someRefs: [elementId(78)] } }),
      at(30, 'someRefs'),
      'template_reference_missing',
    ],
    ['a domain below itself', changed(1, { parentRef: elementId(1) }), at(1, 'parentRef'), 'template_circle'],
    [
      'an operation after itself',
      changed(6, { startAfterRef: elementId(6) }),
      at(6, 'startAfterRef'),
      'template_circle',
    ],
    ['links in a circle', withElements(link(31, 7, 8)), at(31, 'afterRef'), 'template_circle'],
    ['a formula that does not parse', changed(5, { formula: '1 +' }), at(5, 'formula'), 'formula_ends_early'],
    [
      'a formula of what is not there',
      changed(5, { formula: 'other / 2' }),
      at(5, 'formula'),
      'template_formula_part_missing',
    ],
    [
      'formulas in a circle',
      withElements(indicator(40, 'first', 'second + 1'), indicator(41, 'second', 'first * 2')),
      at(40, 'formula'),
      'template_circle',
    ],
    ['two indicators of one key', withElements(indicator(40, 'lit_alleys', null)), at(40, 'key'), 'template_key_twice'],
  ])('refused: %s', async (_name, raw, field, reason) => {
    const checked = await checkDocument(raw);
    expect('faults' in checked ? checked.faults : checked).toContainEqual(expect.objectContaining({ field, reason }));
  });

  test.each([
    ['missing', { digest: 'A'.repeat(43) }, at(20, 'attachment'), 'template_attachment_missing'],
    ['of another size', { bytes: 3 }, 'attachments.0.bytes', 'template_attachment_damaged'],
    ['of other bytes', { data: btoa('abcdefg') }, 'attachments.0.digest', 'template_attachment_damaged'],
    ['of another type', { mediaType: 'image/png' }, 'attachments.0.mediaType', 'template_attachment_type'],
  ])('refused: an attachment that is %s', async (_name, over, field, reason) => {
    const checked = await checkDocument(await attached(over));
    expect('faults' in checked ? checked.faults : checked).toContainEqual(expect.objectContaining({ field, reason }));
  });

  test('whatever comes is answered, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          Object.fromEntries(
            Object.entries(sampleDocument()).map(([key, held]) => [key, fc.oneof(fc.constant(held), json)]),
          ),
          { requiredKeys: [] },
        ),
        async (raw) => {
          const checked = await checkDocument(raw);
          if ('faults' in checked) expect(checked.faults.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('every reason of its own is told in both languages', () => {
    for (const { fa, en } of Object.values(documentReasons)) expect(fa.length * en.length).toBeGreaterThan(0);
  });
});

describe('seals', () => {
  const secret = new Uint8Array(32).fill(7);
  const keys = async () => {
    const pair = await makeSealKey(secret);
    return { ...pair, key: await unwrapSealKey(pair.wrappedPrivate, secret) };
  };

  test('a province’s seal holds over its digest, with its key, and over nothing else', async () => {
    const [own, other] = [await keys(), await keys()];
    const digest = await digestOf(canonicalText(sampleDocument()));
    const seal = await sealDigest(digest, own);
    expect(await provinceSealHolds(seal, digest)).toBe(true);
    expect(await provinceSealHolds(seal, await digestOf('other'))).toBe(false);
    expect(await provinceSealHolds({ ...seal, publicJwk: other.publicJwk }, digest)).toBe(false);
    expect(await provinceSealHolds({ ...seal, keyId: other.keyId }, digest)).toBe(false);
    expect(await provinceSealHolds({ ...seal, seal: '!!' }, digest)).toBe(false);
    expect(await provinceSealHolds({ ...seal, keyId: '' }, digest)).toBe(false);
  });

  test('the ministry’s seal holds over every word of the endorsement', async () => {
    const [own, other] = [await keys(), await keys()];
    const endorsement = await sealEndorsement(
      {
        ...{ digest: await digestOf('x'), province: 'qom', provinceKeyId: 'k', note: '', author: 'a', office: 'o' },
        ...{ mandates: [{ part: 'duties', reason: 'r' }], signedAtMs: 5 },
      },
      own,
    );
    expect(await endorsementHolds(endorsement, own.publicJwk)).toBe(true);
    expect(await endorsementHolds(endorsement, other.publicJwk)).toBe(false);
    expect(await endorsementHolds(endorsement, 'no key')).toBe(false);
    for (const over of [{ note: 'b' }, { signedAtMs: 6 }, { mandates: [] }, { province: 'qazvin' as const }])
      expect(await endorsementHolds({ ...endorsement, ...over }, own.publicJwk)).toBe(false);
  });
});
