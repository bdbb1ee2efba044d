import { unitWord, valueText } from '$lib/indicators/words';
import { m } from '$lib/paraglide/messages';
import { placeName, type Workspace } from '$lib/workspace/address';
import type { MeasureUnit } from '@mahalleh/indicators/codes';
import { formatNumber, persianDigits } from '@mahalleh/kernel/digits';
import type { Locale, Status } from '@mahalleh/ui';
import type { Adopter, Lineage, Outcome, Results, Somewhere } from './model';

/** A name within a sentence, which keeps its own direction. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** A sentence of the reader’s language, whatever the script of the name that it begins with. */
const sentence = (text: string, locale: Locale): string => `${locale === 'fa' ? '\u200f' : '\u200e'}${text}`;

const count = (value: number, locale: Locale): string => formatNumber(value, locale);

/** So many neighbourhoods, within a sentence. */
export const neighbourhoods = (n: number, locale: Locale): string =>
  n === 1 ? m.outcomes_neighbourhoods_one() : m.outcomes_neighbourhoods_n({ n: count(n, locale) });
/** So many provinces, within a sentence. */
export const provinces = (n: number, locale: Locale): string =>
  n === 1 ? m.outcomes_provinces_one() : m.outcomes_provinces_n({ n: count(n, locale) });

/** The three pages of a template, as tabs. */
export const templateTabs = (workspace: Workspace, templateId: string, current: 'lineage' | 'results') => {
  const base = `${workspace.path}/templates/${templateId}`;
  return [
    { href: base, label: m.outcomes_tab_template(), current: false },
    { href: `${base}/lineage`, label: m.outcomes_tab_lineage(), current: current === 'lineage' },
    { href: `${base}/results`, label: m.outcomes_tab_results(), current: current === 'results' },
  ];
};

const lineageText = ({ title, totals }: Lineage, locale: Locale): string => {
  const said = {
    title: isolated(title),
    adoptions: neighbourhoods(totals.adoptions, locale),
    provinces: provinces(totals.provinces, locale),
  };
  if (totals.adoptions === 0) return m.outcomes_unused({ title: said.title });
  return totals.behind === 0
    ? m.outcomes_in_use(said)
    : m.outcomes_in_use_behind({ ...said, behind: neighbourhoods(totals.behind, locale) });
};

/** What is true of a template’s use today, in one sentence. */
export const lineageFinding = (lineage: Lineage, locale: Locale): string =>
  sentence(lineageText(lineage, locale), locale);

/** What a county is called; its code, where its name is not known here. */
export const countyName = ({ county, nameFa, nameEn }: Adopter, locale: Locale): string =>
  (locale === 'en' ? (nameEn ?? nameFa) : nameFa) ??
  m.outcomes_county_code({ code: locale === 'fa' ? persianDigits(county) : county });

const GOOD: ReadonlySet<Outcome['verdict']> = new Set(['as_promised', 'less_than_promised', 'helps']);

const resultsText = ({ title: name, indicators, without }: Results, locale: Locale): string => {
  const title = isolated(name);
  if (indicators.length === 0) return m.outcomes_results_none({ title });
  if (indicators.every(({ verdict }) => verdict === 'too_few')) return m.outcomes_results_few({ title });
  const all = count(indicators.length + without.length, locale);
  const good = indicators.filter(({ verdict }) => GOOD.has(verdict)).length;
  const bad = indicators.filter(({ verdict }) => verdict === 'against').length;
  const said = { title, all, good: count(good, locale), bad: count(bad, locale) };
  if (good > 0 && bad > 0) return m.outcomes_results_mixed(said);
  if (good > 0) return m.outcomes_results_good(said);
  return bad > 0 ? m.outcomes_results_bad(said) : m.outcomes_results_unclear(said);
};

/** What is true of a template’s results, in one sentence. */
export const resultsFinding = (results: Results, locale: Locale): string =>
  sentence(resultsText(results, locale), locale);

/** The title of an indicator. */
export const outcomeTitle = ({ titleFa, titleEn }: Pick<Outcome, 'titleFa' | 'titleEn'>, locale: Locale): string =>
  locale === 'en' ? (titleEn ?? titleFa) : titleFa;

/** A change with its sign, which is read from the left in either direction. */
export const changeText = (value: number, unit: MeasureUnit, locale: Locale): string => {
  const text = valueText(Math.abs(value), unit, locale);
  // What rounds to nought has no sign.
  if (text === valueText(0, unit, locale)) return text;
  return `\u200e${value > 0 ? '+' : '−'}${text}`;
};

/** What came of an indicator, in one sentence. */
export const outcomeFinding = (outcome: Outcome, locale: Locale): string => {
  const title = isolated(outcomeTitle(outcome, locale));
  const { effect, verdict, unit } = outcome;
  if (effect.state === 'too_few') return m.outcomes_finding_few({ title });
  if (verdict === 'unclear') return m.outcomes_finding_unclear({ title });
  const said = { title, by: valueText(Math.abs(effect.effect), unit, locale), unit: unitWord(outcome, locale) };
  return effect.effect > 0 ? m.outcomes_finding_more(said) : m.outcomes_finding_less(said);
};

/** The provinces whose numbers stay there, each with how many neighbourhoods; empty where there is none. */
export const untoldPlaces = ({ untold }: Pick<Outcome, 'untold'>, locale: Locale): string =>
  untold
    .map(({ province, treated }) =>
      m.outcomes_untold_place({ place: placeName({ slug: province }, locale), n: count(treated, locale) }),
    )
    .join(locale === 'fa' ? '، ' : ', ');

const VERDICTS: Readonly<Record<Outcome['verdict'], readonly [() => string, Status]>> = {
  as_promised: [m.outcomes_verdict_as_promised, 'done'],
  less_than_promised: [m.outcomes_verdict_less_than_promised, 'doing'],
  helps: [m.outcomes_verdict_helps, 'doing'],
  unclear: [m.outcomes_verdict_unclear, 'todo'],
  against: [m.outcomes_verdict_against, 'late'],
  too_few: [m.outcomes_verdict_too_few, 'todo'],
};

/** What can be said of an effect, with its mark. */
export const verdictWord = (verdict: Outcome['verdict']): { label: string; status: Status } => {
  const [label, status] = VERDICTS[verdict];
  return { label: label(), status };
};

const WHERE: Readonly<Record<string, () => string>> = {
  urban: m.outcomes_urban,
  rural: m.outcomes_rural,
  small: m.outcomes_small,
  medium: m.outcomes_medium,
  large: m.outcomes_large,
};

/** What a kind of neighbourhood is called: a setting, a size or a province. */
export const whereWord = ({ by, value }: Pick<Somewhere, 'by' | 'value'>, locale: Locale): string =>
  by === 'province' ? placeName({ slug: value }, locale) : (WHERE[value]?.() ?? value);

/** What became of a proposal. */
export const proposalWord = (outcome: Lineage['proposals'][number]['outcome']): { label: string; status: Status } => {
  if (outcome === null) return { label: m.outcomes_proposal_waits(), status: 'todo' };
  return {
    accepted: { label: m.outcomes_proposal_accepted(), status: 'done' as const },
    partly: { label: m.outcomes_proposal_partly(), status: 'doing' as const },
    declined: { label: m.outcomes_proposal_declined(), status: 'blocked' as const },
  }[outcome];
};
