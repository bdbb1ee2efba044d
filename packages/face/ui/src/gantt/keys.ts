import type { Grip } from './places.ts';

/** What a key means in the chart. Keys that point follow what is seen: later is where reading goes. */
export type Intent =
  | { readonly kind: 'row'; readonly to: 'next' | 'previous' | 'first' | 'last' }
  | { readonly kind: 'nudge'; readonly grip: Grip; readonly days: number }
  | { readonly kind: 'commit' | 'cancel' | 'link' | 'unlink' };

type Key = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

const ROWS: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last'>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};
const KINDS: Readonly<Record<string, 'commit' | 'cancel' | 'link' | 'unlink'>> = {
  Enter: 'commit',
  NumpadEnter: 'commit',
  Escape: 'cancel',
  KeyL: 'link',
  Delete: 'unlink',
};
const WEEK = 7;

/** What a pressed key means, by its place on the board, so that it is the same on a Persian one; undefined when nothing. */
export const intentOf = ({ code, shiftKey, altKey, ctrlKey, metaKey }: Key, isRtl: boolean): Intent | undefined => {
  if (ctrlKey || metaKey) return undefined;
  const grip: Grip = shiftKey ? 'due' : altKey ? 'start' : 'whole';
  if (code === 'ArrowLeft' || code === 'ArrowRight')
    return { kind: 'nudge', grip, days: (code === 'ArrowLeft') === isRtl ? 1 : -1 };
  if (code === 'PageDown' || code === 'PageUp')
    return { kind: 'nudge', grip, days: code === 'PageDown' ? WEEK : -WEEK };
  if (shiftKey || altKey) return undefined;
  const row = ROWS[code];
  if (row) return { kind: 'row', to: row };
  const kind = KINDS[code];
  return kind && { kind };
};
