import { tokensOf, type FormulaFault, type Sign, type Token } from './tokens.ts';

/** A formula as a tree; `at` is where each part begins, from 1. */
export type Formula = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'indicator'; readonly key: string }
  /** A metric of the product in the period, or from the beginning up to its end. */
  | { readonly kind: 'metric'; readonly key: string; readonly dims: string | null; readonly reach: 'period' | 'total' }
  | { readonly kind: 'population' }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'both'; readonly sign: Sign; readonly left: Formula; readonly right: Formula }
);

/** How deep brackets and signs may lie within one another. */
const DEEPEST = 40;

/** The names that a formula itself knows; no indicator may be called so. */
export const OWN_NAMES = ['metric', 'total', 'population'] as const;

class Fault extends Error {
  readonly fault: FormulaFault;
  constructor(reason: string, at: number, params: FormulaFault['params'] = {}) {
    super(reason);
    this.fault = { reason, at, params };
  }
}

const wordOf = (token: Token): string => {
  if (token.kind === 'sign') return token.sign;
  if (token.kind === 'number') return String(token.value);
  if (token.kind === 'name') return token.name;
  if (token.kind === 'text') return token.text;
  return { open: '(', close: ')', comma: ',' }[token.kind];
};

/** Reads tokens from the left; each method takes what it stands for and leaves the rest. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  whole(): Formula {
    const read = this.#sum();
    const left = this.#peek();
    if (left) throw this.#unexpected(left);
    return read;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(): Token {
    const token = this.#peek();
    if (!token) throw new Fault('formula_ends_early', this.#end);
    this.#next += 1;
    return token;
  }

  #unexpected(token: Token): Fault {
    return new Fault('formula_unexpected', token.at, { found: wordOf(token) });
  }

  #expect(kind: Token['kind']): Token {
    const token = this.#take();
    if (token.kind !== kind) throw this.#unexpected(token);
    return token;
  }

  #deeper<T>(at: number, read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Fault('formula_too_deep', at, { max: DEEPEST });
    const got = read();
    this.#depth -= 1;
    return got;
  }

  #chain(signs: readonly Sign[], part: () => Formula): Formula {
    let left = part();
    for (let token = this.#peek(); token?.kind === 'sign' && signs.includes(token.sign); token = this.#peek()) {
      this.#next += 1;
      left = { kind: 'both', sign: token.sign, left, right: part(), at: token.at };
    }
    return left;
  }

  #sum(): Formula {
    return this.#chain(['+', '-'], () => this.#product());
  }

  #product(): Formula {
    return this.#chain(['*', '/'], () => this.#signed());
  }

  #signed(): Formula {
    const token = this.#peek();
    if (token?.kind !== 'sign' || token.sign !== '-') return this.#single();
    this.#next += 1;
    return this.#deeper(token.at, () => ({ kind: 'negative', of: this.#signed(), at: token.at }));
  }

  #single(): Formula {
    const token = this.#take();
    if (token.kind === 'number') return { kind: 'number', value: token.value, at: token.at };
    if (token.kind === 'open')
      return this.#deeper(token.at, () => {
        const within = this.#sum();
        if (!this.#peek()) throw new Fault('formula_bracket_open', token.at);
        this.#expect('close');
        return within;
      });
    if (token.kind !== 'name') throw this.#unexpected(token);
    if (token.name === 'population') return { kind: 'population', at: token.at };
    if (token.name === 'metric' || token.name === 'total') return this.#metric(token.at, token.name);
    return { kind: 'indicator', key: token.name, at: token.at };
  }

  #metric(at: number, word: 'metric' | 'total'): Formula {
    this.#expect('open');
    const key = this.#text();
    const hasCut = this.#peek()?.kind === 'comma';
    if (hasCut) this.#next += 1;
    const dims = hasCut ? this.#text() : null;
    this.#expect('close');
    return { kind: 'metric', key, dims, reach: word === 'metric' ? 'period' : 'total', at };
  }

  #text(): string {
    const token = this.#expect('text');
    return token.kind === 'text' ? token.text.trim() : '';
  }
}

/** Reads a formula: numbers, + − × ÷, brackets, indicators by key, `metric('…')`, `total('…')` and `population`; or says what is wrong and where. */
export const parseFormula = (text: string): { formula: Formula } | { fault: FormulaFault } => {
  const read = tokensOf(text);
  if ('fault' in read) return read;
  if (read.tokens.length === 0) return { fault: { reason: 'formula_empty', at: 1, params: {} } };
  try {
    return { formula: new Reader(read.tokens, text.length + 1).whole() };
  } catch (cause) {
    if (cause instanceof Fault) return { fault: cause.fault };
    throw cause;
  }
};
