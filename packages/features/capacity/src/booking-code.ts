const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code by which people speak of a booking, made of its id. Shape: `N-7K2QM-4F0X`, without I, L, O and U. */
export const bookingCode = (id: string): string => {
  let left = BigInt(`0x${id.replaceAll('-', '').slice(-12)}`);
  let text = '';
  for (let i = 0; i < 9; i++, left /= 32n) text = `${LETTERS[Number(left % 32n)] ?? ''}${text}`;
  return `N-${text.slice(0, 5)}-${text.slice(5)}`;
};
