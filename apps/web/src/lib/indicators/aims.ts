const NAME = /^aims\.(\d+)\.(\w+)$/;

/** The body of the command: baseline, goal and period of each unit in the form; what is blank is taken away. */
export const aimsBody = (form: FormData): { aims: Record<string, string>[] } => {
  const aims: Record<string, string>[] = [];
  for (const [name, value] of form) {
    const [, row, part] = NAME.exec(name) ?? [];
    if (row === undefined || part === undefined || typeof value !== 'string') continue;
    const at = Number(row);
    aims[at] = { ...aims[at], ...(value.trim() === '' ? {} : { [part]: value.trim() }) };
  }
  return { aims: aims.filter((aim) => aim['unitId'] !== undefined) };
};
