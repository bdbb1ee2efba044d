// Crockford's letters, as the problem registry uses them.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ALL = 2 ** 30;
// Odd, so that no two numbers below 2^30 meet.
const STRIDE = 387_420_489;

/** The tracking code of the n-th invented problem of a province. No two are alike. Shape: six letters of Crockford's base 32. */
export const problemCode = (n: number): string => {
  let left = Number((BigInt(n) * BigInt(STRIDE) + 12_345_678n) % BigInt(ALL));
  let code = '';
  for (let i = 0; i < 6; i++, left = Math.floor(left / 32)) code = `${LETTERS[left % 32] ?? '0'}${code}`;
  return code;
};

/** The same as `problemCode`, as SQL over an integer `n`. */
export const problemCodeSql = (n: string): string => {
  const scrambled = `((${n} * ${STRIDE} + 12345678) % ${ALL})`;
  return [25, 20, 15, 10, 5, 0].map((shift) => `substr('${LETTERS}', ((${scrambled} >> ${shift}) & 31) + 1, 1)`).join(' || ');
};
