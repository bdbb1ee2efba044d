import { expect, test } from 'vitest';
import type { FormAnswer } from '../src/lib/action.ts';
import { filled } from '../src/lib/form/filled.ts';
import { bodyOf, valuesOf } from '../src/lib/form/reading.ts';

const formOf = (pairs: readonly (readonly [string, string])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
};

test('text stays text, empty fields are left out, the command’s own id is not sent', () => {
  const form = formOf([
    ['command_id', 'x'],
    ['title', 'چاه'],
    ['people', '۱٬۹۰۰'],
    ['note', '  '],
    ['_view', 'a'],
  ]);
  expect(bodyOf(form)).toEqual({ title: 'چاه', people: '۱٬۹۰۰' });
});

test('revision is a number; a revision that is none is left for the API to refuse', () => {
  expect(bodyOf(formOf([['revision', '3']]))).toEqual({ revision: 3 });
  expect(bodyOf(formOf([['revision', 'three']]))).toEqual({ revision: 'three' });
});

test('flags are said either way, lists are lists, cleared fields are null', () => {
  const form = formOf([
    ['isLead', 'true'],
    ['ids', 'a'],
    ['ids', 'b'],
    ['mobile', ''],
  ]);
  expect(bodyOf(form, { flags: ['isLead', 'isModel'], lists: ['ids', 'others'], clearable: ['mobile'] })).toEqual({
    isLead: true,
    isModel: false,
    ids: ['a', 'b'],
    others: [],
    mobile: null,
  });
});

test('dots nest, and nothing reaches the prototype', () => {
  expect(
    bodyOf(
      formOf([
        ['place.latitude', '34'],
        ['place.longitude', '50'],
        ['__proto__.x', '1'],
      ]),
    ),
  ).toEqual({
    place: { latitude: '34', longitude: '50' },
  });
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('what was typed is shown again, secrets are not', () => {
  const form = formOf([
    ['email', 'a@b'],
    ['password', 's'],
    ['newPassword', 's'],
    ['code', '123456'],
    ['officialCode', '0041'],
    ['next', 's'],
  ]);
  expect(valuesOf(form, { secrets: ['next'] })).toEqual({ email: 'a@b', officialCode: '0041' });
});

const answer: FormAnswer = {
  action: 'amend',
  done: false,
  values: { title: 'نو' },
  errors: [{ field: 'title', reason: 'too_long', title: 'کوتاه‌تر بنویسید' }],
};

test('a refused form keeps what was typed and says what is wrong beside the field', () => {
  const f = filled(answer, 'amend', { title: 'کهنه', note: 'یادداشت' });
  expect(f('title')).toEqual({ name: 'title', value: 'نو', error: 'کوتاه‌تر بنویسید' });
  expect(f('note')).toEqual({ name: 'note', value: '' });
});

test('the answer of another form of the page, or of a form that is done, changes nothing', () => {
  expect(filled(answer, 'retire', { title: 'کهنه' })('title')).toEqual({ name: 'title', value: 'کهنه' });
  expect(filled({ ...answer, done: true }, 'amend', { title: 'کهنه' })('title').value).toBe('کهنه');
  expect(filled(null)('title').value).toBe('');
});
