import { TABLE_TEXTS } from '@mahalleh/ui/table-texts';
import { UI_TEXTS } from '@mahalleh/ui/texts';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { TEST_PASSWORD } from '../../support/nation.ts';
import { labelOf, wordsOf, type Locale, type Words } from './words.ts';

/** The screens that are tried. */
export const SCREENS = {
  desktop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/** Who comes, and with what. */
export type VisitorOptions = {
  locale?: Locale;
  screen?: keyof typeof SCREENS;
  theme?: 'light' | 'dark';
  /** Whether the browser runs scripts. */
  scripts?: boolean;
};

type Scope = Page | Locator;

const PATIENCE_MS = 15_000;
const STEP_MS = 40;
const CALM_STEPS = 5;

/** A person at a browser. What they press and fill is found by the words they read; what goes wrong behind the page is noted in `faults`. */
export class Visitor {
  readonly page: Page;
  readonly locale: Locale;
  readonly say: Words;
  /** The words of the components. */
  readonly ui: (typeof UI_TEXTS)[Locale] & (typeof TABLE_TEXTS)[Locale];
  readonly password = TEST_PASSWORD;
  readonly faults: string[] = [];
  readonly #context: BrowserContext;
  readonly #url: string;
  readonly #pending = new Set<Request>();

  private constructor(context: BrowserContext, page: Page, url: string, locale: Locale) {
    this.#context = context;
    this.#url = url;
    this.page = page;
    this.locale = locale;
    this.say = wordsOf(locale);
    this.ui = { ...UI_TEXTS[locale], ...TABLE_TEXTS[locale] };
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.faults.push(`error on ${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) this.faults.push(`console on ${page.url()}: ${message.text()}`);
    });
    page.on('requestfinished', (request) => this.#pending.delete(request));
    page.on('requestfailed', (request) => this.#pending.delete(request));
    page.on('request', (request) => {
      this.#pending.add(request);
      if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
        this.faults.push(`foreign request on ${page.url()}: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) this.faults.push(`${response.status()} from ${response.url()}`);
    });
  }

  /** A new visitor, with no cookies but the language and the ground. */
  static async come(
    browser: Browser,
    url: string,
    { locale = 'fa', screen = 'desktop', theme = 'light', scripts = true }: VisitorOptions,
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: SCREENS[screen],
      javaScriptEnabled: scripts,
      hasTouch: screen === 'phone',
      reducedMotion: 'reduce',
    });
    await context.addCookies([
      { name: 'locale', value: locale, url },
      { name: 'theme', value: theme, url },
    ]);
    return new Visitor(context, await context.newPage(), url, locale);
  }

  /** The whole address of a path. */
  address(path: string): string {
    return `${this.#url}${path}`;
  }

  /** Goes to a path by its address, waits until the page can be used, and says how it was answered. */
  async open(path: string): Promise<number | undefined> {
    const answer = await this.page.goto(`${this.#url}${path}`);
    await this.#settled();
    return answer?.status();
  }

  /** Signs in to a workspace, as a sample account (`manager`) or with an address of one's own. */
  async signIn(workspace: string, who: string, password = TEST_PASSWORD): Promise<void> {
    await this.open(`/${workspace}/sign-in`);
    await this.fill('sign_in_email', who.includes('@') ? who : `${who}@${workspace}.sample`);
    await this.fill('sign_in_password', password);
    await this.press('sign_in_submit');
  }

  /** Signs in and waits for the page behind the door. */
  async enter(workspace: string, who: string, password = TEST_PASSWORD): Promise<void> {
    await this.signIn(workspace, who, password);
    await this.at(new RegExp(`^/${workspace}(/(?!sign-in).*)?$`));
  }

  /** Signs out of a workspace by the button of its frame, which a phone keeps in its drawer. */
  async signOut(workspace: string): Promise<void> {
    await this.open(`/${workspace}/account`);
    const button = this.page.getByRole('button', { name: this.say('shell_sign_out') }).filter({ visible: true });
    if ((await button.count()) === 0) await this.unfold(this.ui.more);
    await button.first().click();
    await this.at(`/${workspace}/sign-in`);
  }

  /** The form with this button. */
  form(button: string): Locator {
    return this.page
      .locator('form')
      .filter({ has: this.page.getByRole('button', { name: this.say(button), exact: true }) });
  }

  /** Opens what lies folded under this line. */
  async unfold(line: string, within: Scope = this.page): Promise<void> {
    const folded = within.locator('details').filter({ has: this.page.locator('summary', { hasText: line }) });
    const fold = folded.filter({ visible: true }).first();
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
  }

  /** The field with this label. */
  field(label: string, within: Scope = this.page): Locator {
    return within.getByLabel(labelOf(this.say(label)));
  }

  /** Fills the field with this label. */
  async fill(label: string, value: string, within: Scope = this.page): Promise<void> {
    await this.field(label, within).fill(value);
  }

  /** Chooses from a list, or from what a field finds as it is typed in: by what it says, or by place (1 is the first). */
  async choose(label: string, option: string | { index: number }, within: Scope = this.page): Promise<void> {
    const field = this.field(label, within);
    if ((await field.getAttribute('role')) !== 'combobox') {
      await field.selectOption(typeof option === 'string' ? { label: option } : option);
      return;
    }
    if (typeof option === 'string') await field.fill(option);
    else await field.click();
    const offered = this.page.getByRole('option').filter({ visible: true });
    await (
      typeof option === 'string' ? offered.filter({ hasText: option }).first() : offered.nth(option.index - 1)
    ).click();
  }

  /** Presses the button with this word and waits for what it does. */
  press(button: string, within: Scope = this.page): Promise<void> {
    return this.pressText(this.say(button), within);
  }

  /** Presses the button that says this. */
  async pressText(name: string, within: Scope = this.page): Promise<void> {
    await within.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
    await this.#settled();
  }

  /** Follows the link with this word. */
  follow(link: string, within: Scope = this.page): Promise<void> {
    return this.followText(this.say(link), within);
  }

  /** Follows the link that says this. */
  async followText(name: string | RegExp, within: Scope = this.page): Promise<void> {
    await within.getByRole('link', { name, exact: true }).first().click();
    await this.#settled();
  }

  /** Presses a key and waits for what it does. */
  async key(name: string): Promise<void> {
    await this.page.keyboard.press(name);
    await this.#settled();
  }

  /** The back button. */
  async back(): Promise<void> {
    await this.page.goBack();
    await this.#settled();
  }

  /** The forward button. */
  async forward(): Promise<void> {
    await this.page.goForward();
    await this.#settled();
  }

  /** Waits until the address is this. */
  async at(path: string | RegExp): Promise<void> {
    await this.page.waitForURL((url) => (typeof path === 'string' ? url.pathname === path : path.test(url.pathname)));
    await this.#settled();
  }

  /** Waits until something of these words can be read. */
  async reads(text: string | RegExp, within: Scope = this.page): Promise<void> {
    await within.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** The summary of what is wrong with a form, once it has appeared. */
  async refusal(): Promise<Locator> {
    const summary = this.page.locator('form').getByRole('alert').first();
    await summary.waitFor();
    return summary;
  }

  /** Leaves, and says what went wrong behind the pages. */
  async leave(): Promise<readonly string[]> {
    await this.#context.close();
    return this.faults;
  }

  /** Waits until the page has been quiet for a moment: loaded, scripts run, answers of forms come back. */
  async #settled(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let calm = 0; calm < CALM_STEPS && Date.now() < deadline; calm = this.#pending.size === 0 ? calm + 1 : 0)
      await this.page.waitForTimeout(STEP_MS);
    await this.page.waitForLoadState('load');
  }
}
