/** Whatever a request can be refused for, the reader is told in Persian and in English. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasons } from '@mahalleh/api/reasons';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesBelow, ROOT } from './house.ts';

const IS_REASON = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
/** Which argument of these calls is a reason. */
const CALLS: Readonly<Record<string, number>> = { refuse: 0, absentOr: 0, one: 1, Failure: 1 };

type Raised = { readonly reason: string; readonly at: string; readonly isPattern: boolean };

/** The reasons that an expression may come to: its literals, both ways of a condition, a template with its gaps open. */
const literalsOf = (node: ts.Expression): { text: string; isPattern: boolean }[] => {
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, isPattern: false }];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isTemplateExpression(node))
    return [
      {
        text: node.head.text + node.templateSpans.map(({ literal }) => `[a-z0-9_]+${literal.text}`).join(''),
        isPattern: true,
      },
    ];
  return [];
};

const nameOf = (node: ts.PropertyName): string =>
  ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : '';

const raisedIn = (path: string): Raised[] => {
  const source = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Raised[] = [];
  const note = (node: ts.Expression | undefined) => {
    for (const { text, isPattern } of node ? literalsOf(node) : [])
      if (isPattern || IS_REASON.test(text))
        found.push({
          reason: text,
          isPattern,
          at: `${path}:${source.getLineAndCharacterOfPosition(node?.pos ?? 0).line + 1}`,
        });
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression)) {
      const place = CALLS[node.expression.text];
      if (place !== undefined) note(node.arguments?.[place]);
    }
    if (ts.isPropertyAssignment(node)) {
      const name = nameOf(node.name);
      const within = ts.isObjectLiteralExpression(node.parent)
        ? node.parent.properties.map((p) => (p.name ? nameOf(p.name) : ''))
        : [];
      const isZodIssue = name === 'message' && within.includes('code') && !/\/gate\//.test(path);
      if (name === 'error' || name === 'refused' || isZodIssue) note(node.initializer);
      if (name === 'reason' && within.includes('field')) note(node.initializer);
      if (name === 'conflicts' && ts.isObjectLiteralExpression(node.initializer))
        for (const entry of node.initializer.properties) if (ts.isPropertyAssignment(entry)) note(entry.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const sources = [...filesBelow('packages'), ...filesBelow('apps/api')].filter((path) => /\/src\/.*\.ts$/.test(path));
const raised = sources.flatMap(raisedIn);

describe('reasons', () => {
  test('are found where features raise them', () => {
    const names = new Set(raised.map(({ reason }) => reason));
    expect(names.size).toBeGreaterThan(120);
    for (const known of [
      'appointment_overlaps',
      'command_id_reused',
      'council_exists',
      'person_unknown',
      'personal_number_in_text',
    ])
      expect(names).toContain(known);
  });

  test('every one that is raised has its words', () => {
    const known = Object.keys(reasons);
    const mute = raised.filter(({ reason, isPattern }) =>
      isPattern ? !known.some((name) => new RegExp(`^${reason}$`).test(name)) : !(reason in reasons),
    );
    expect(mute.map(({ reason, at }) => `${reason} (${at})`)).toEqual([]);
  });

  test('in both languages, which mention the same values', () => {
    const gaps = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].toSorted();
    for (const [reason, { fa, en }] of Object.entries(reasons)) {
      expect(fa, reason).toMatch(/[\u0600-\u06ff]/);
      expect(en, reason).not.toMatch(/[\u0600-\u06ff]/);
      expect(en, reason).toMatch(/[a-z]/);
      if (!/\{(?:seatFa|seatEn|fa|en)\}/.test(fa)) expect(gaps(fa), reason).toEqual(gaps(en));
    }
  });
});
