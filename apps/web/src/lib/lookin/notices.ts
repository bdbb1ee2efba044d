import { m } from '$lib/paraglide/messages';
import { untilWord } from '$lib/people/words';
import { workspaceName, type Workspace } from '$lib/workspace/address';
import { mayDo, type Me } from '$lib/workspace/me';
import type { CurrentLookin } from '@mahalleh/lookin/model';
import type { Locale } from '@mahalleh/ui';
import { areasWord, partOf } from './words';

/** One line above every page: who looks in, or that the reader is a guest. Said on the server, so that no page carries the words. */
export type Notice = {
  readonly id: string;
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string };
};

/** The parts that a guest sees: the titles of their roles without the word for a guest. */
const partsOf = ({ roles }: Me, locale: Locale): string =>
  roles
    .map(({ titleFa, titleEn }) => (locale === 'fa' ? titleFa : titleEn).replace(/^[^:]*: /, ''))
    .join(locale === 'fa' ? '، ' : ', ');

const guestNotice = (workspace: Workspace, me: Me, untilMs: number, locale: Locale): Notice => ({
  id: 'guest',
  text: m.lookin_guest_notice({
    province: workspaceName(workspace, locale),
    until: untilWord(untilMs, locale),
    parts: partsOf(me, locale),
  }),
});

const lookinNotice = (workspace: Workspace, me: Me, row: CurrentLookin, locale: Locale): Notice => {
  const said = { name: row.fullName, part: partOf(row, locale), until: untilWord(row.untilMs, locale) };
  const link = { href: `${workspace.path}/look-ins/${row.id}`, label: m.lookin_notice_more() };
  return {
    id: row.id,
    text: [
      row.standing === 'waiting' ? m.lookin_notice_waiting(said) : m.lookin_notice(said),
      `${areasWord(row.areas, locale)}.`,
      m.lookin_notice_reason({ reason: row.reason }),
    ].join(' '),
    ...(mayDo(me, 'audit.read') ? { link } : {}),
  };
};

/** What stands above every page of a province: to whoever works here who looks in, to a guest that they are one. */
export const noticesOf = (
  workspace: Workspace,
  me: Me,
  current: readonly CurrentLookin[],
  locale: Locale,
): Notice[] => [
  ...(me.guest ? [guestNotice(workspace, me, me.guest.untilMs, locale)] : []),
  ...current.map((row) => lookinNotice(workspace, me, row, locale)),
];
