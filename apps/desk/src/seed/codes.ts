// Crockford's letters, as the problem registry uses them.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 2 ** 29;
// Odd, so that no two numbers below 2^29 meet.
const STRIDE = 387_420_489;

const spell = (value: number): string => {
  let left = value;
  let code = '';
  for (let i = 0; i < 6; i++, left = Math.floor(left / 32)) code = `${LETTERS[left % 32] ?? '0'}${code}`;
  return code;
};

/** The tracking code of the n-th told problem of a province, scattered over the upper half. No two are alike. Shape: six letters of Crockford's base 32. */
export const problemCode = (n: number): string =>
  spell(HALF + Number((BigInt(n) * BigInt(STRIDE) + 12_345_678n) % BigInt(HALF)));

/** The tracking code of the n-th problem of a bulk: one after the other in the lower half, so that the index grows at its end. */
export const bulkCode = (n: number): string => spell(n);

/** The same as `bulkCode`, as SQL over an integer `n`. */
export const bulkCodeSql = (n: string): string =>
  [25, 20, 15, 10, 5, 0].map((shift) => `substr('${LETTERS}', ((${n} >> ${shift}) & 31) + 1, 1)`).join(' || ');
