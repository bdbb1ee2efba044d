import type { Locale } from '@mahalleh/kernel';
import { createContext } from 'svelte';
import { UI_TEXTS, type UiTexts } from './texts.ts';

/** The languages a component can speak. */
export type { Locale } from '@mahalleh/kernel';

/** What every component may know about its reader. */
export type Face = { readonly locale: Locale; readonly texts: UiTexts };

const [getFace, setFace] = createContext<Face>();
const [getScope, setScope] = createContext<{ readonly form: string }>();

/** Says, once in the root layout, which language everything below speaks. */
export const setLocale = (locale: Locale): void => {
  setFace({ locale, texts: UI_TEXTS[locale] });
};

/** The reader's language and the components' own small texts in it. */
export const useFace = (): Face => getFace();

/** Names the form around the fields, so that two forms of a page do not share ids. */
export const setFieldScope = (form: string): void => {
  setScope({ form });
};

/** The id of a field's control: `problem-title` inside the form `problem`. */
export const fieldId = (name: string): string => `${scopeName()}-${name.replaceAll('.', '-')}`;

/** The id a form would give the field of this name; for links from its summary of errors. */
export const fieldIdIn = (form: string, name: string): string => `${form}-${name.replaceAll('.', '-')}`;

const scopeName = (): string => {
  try {
    return getScope().form;
  } catch {
    return 'f';
  }
};

const [getAddress, setAddressContext] = createContext<() => URL>();

/** Says, once in the root layout, where the reader is; filters, sorting and pages are read from there. */
export const setAddress = (address: () => URL): void => {
  setAddressContext(address);
};

/** Where the reader is. */
export const useAddress = (): (() => URL) => getAddress();
