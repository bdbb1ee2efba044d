import { m } from '$lib/paraglide/messages';
import { titleOf } from '$lib/units/names';
import type { Locale } from '@mahalleh/ui';
import type { Choice, Domain } from './read';
import { inTree } from './tree';

const EM_SPACE = '\u2003';

/** The domains for a choice, those below others set in; the sensitive ones apart. */
export const domainChoices = (domains: readonly Domain[], locale: Locale): Choice[] =>
  inTree(domains).map((domain) => ({
    value: domain.key,
    label: `${EM_SPACE.repeat(domain.depth)}${titleOf(domain, locale)}`,
    group: domain.isSensitive ? m.problems_domains_sensitive() : m.problems_domains_plain(),
  }));
