type Said = {
  readonly fullName?: unknown;
  readonly phone?: unknown;
  readonly times?: unknown;
  readonly note?: unknown;
};

/**
 * By what a command about a volunteer is recognised when it comes again. Of what is personal one byte alone: it tells a corrected input from
 * a repeated one, and says nothing to who tries names or numbers against the audit log of an old copy.
 */
export const recognised = <In extends Said>({ fullName, phone, times, note, ...rest }: In) => {
  const personal = JSON.stringify([fullName, phone, times, note]);
  let byte = 7;
  for (const letter of personal) byte = (byte * 31 + (letter.codePointAt(0) ?? 0)) % 251;
  return { ...rest, byte };
};
