/** What a key asks for. */
export type KeyAct = 'palette' | 'find' | 'help' | 'next' | 'previous' | 'pick';

/** What of a key event counts; `code` is the key's place, so that a Persian layout has it too. */
export type Key = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const SINGLE: Readonly<Record<string, KeyAct>> = { Slash: 'find', KeyJ: 'next', KeyK: 'previous', KeyX: 'pick' };

/** What a key asks for. Keys without Ctrl or ⌘ ask for nothing while somebody types, nor when they are switched off. */
export const actOf = (
  key: Key,
  { isTyping, isSingle }: { isTyping: boolean; isSingle: boolean },
): KeyAct | undefined => {
  if (key.altKey) return undefined;
  if (key.ctrlKey || key.metaKey) return key.code === 'KeyK' && !key.shiftKey ? 'palette' : undefined;
  if (isTyping || !isSingle) return undefined;
  if (key.shiftKey) return key.code === 'Slash' ? 'help' : undefined;
  return SINGLE[key.code];
};

const STORED = 'single-keys';

/** Whether keys without Ctrl do something; a reader who dictates switches them off (WCAG 2.1.4). Kept on the device. */
export const hasSingleKeys = (): boolean => localStorage.getItem(STORED) !== 'off';

/** Switches keys without Ctrl on or off. */
export const setSingleKeys = (isOn: boolean): void => {
  if (isOn) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, 'off');
};

/** Whether the event comes from where somebody types. */
export const isTypedIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;

const linkOf = (row: Element): HTMLElement | null => row.querySelector<HTMLElement>('a.row, a[href]');

/** Goes through the rows of the page's list by moving the focus, which Enter then opens; picks the row that has it. */
export const inList = (act: 'next' | 'previous' | 'pick'): boolean => {
  const rows = [...document.querySelectorAll('main [data-list] tbody tr')].filter((row) => linkOf(row) !== null);
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (act === 'pick') {
    rows[at]?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    return at >= 0;
  }
  const row = rows[act === 'next' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)];
  const link = row && linkOf(row);
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return true;
};
