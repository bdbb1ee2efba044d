import { ACTIVATION_TITLES, BASE_KIND_TITLES, type Activation } from '@mahalleh/agencies/kinds';
import type { BaseDetail, BaseList } from '@mahalleh/agencies/model';
import type { Locale, Status } from '@mahalleh/ui';

/** One page of bases. */
export type Bases = (typeof BaseList)['_output'];
/** One base with its history. */
export type BasePage = (typeof BaseDetail)['_output'];
/** One base. */
export type Base = Bases['rows'][number];

/** What a kind of base is called. */
export const baseKind = (kind: Base['kind'], locale: Locale): string => BASE_KIND_TITLES[kind][locale];

/** The kinds of base, for a choice. */
export const baseKinds = (locale: Locale) =>
  Object.entries(BASE_KIND_TITLES).map(([value, title]) => ({ value, label: title[locale] }));

/** What a state of activation is called. */
export const activationWord = (activation: Activation, locale: Locale): string => ACTIVATION_TITLES[activation][locale];

/** The states of activation, for a choice. */
export const activations = (locale: Locale) =>
  Object.entries(ACTIVATION_TITLES).map(([value, title]) => ({ value, label: title[locale] }));

/** The mark that goes with a state of activation. */
export const activationMark = (activation: Activation): Status =>
  ({ inactive: 'todo', preparing: 'doing', active: 'done' } as const)[activation];
