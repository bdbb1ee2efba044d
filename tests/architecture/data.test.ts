/** One way to the data, SQL that the server cannot trip over, and an explanation at every export. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { breaches, filesBelow, ROOT, rooms, type Source } from './house.ts';

/** The only files that may open a database or speak with the libSQL server, and why. */
const OPENERS: Record<string, RegExp> = {
  'the gate: remote connections, the lane, and files for tests':
    /^packages\/base\/gate\/src\/(remote|hrana|open|testing|doors)\.ts$|^packages\/base\/gate\/src\/lane\//,
  'the API: ports opened once': /^apps\/api\/src\/(env|ports|index|lane|open|operator|tick)[a-z-]*\.ts$/,
  'the desk: migrations and provisioning': /^apps\/desk\/src\//,
  'what starts the server': /^infra\/local\/src\/(nation|database-server|edge-config)\.ts$/,
};
const SPEAKS =
  /@libsql\/client|drizzle-orm\/libsql|@mahalleh\/gate\/(open|lane)|\/v[123]\/pipeline|x-namespace-bin|\bDB_URL\b|node:sqlite/;

const product = rooms.filter(({ floor }) => floor !== 'tests').flatMap(({ sources }) => sources);
const typescript = product.filter(({ path }) => path.endsWith('.ts'));

const parsed = new Map<string, ts.SourceFile>();
const parse = ({ path, text }: Source): ts.SourceFile => {
  const known = parsed.get(path) ?? ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  parsed.set(path, known);
  return known;
};

const SQL = /^\s*(select|insert|update|delete|with|create|drop|alter|pragma)\s/i;
// eslint-disable-next-line no-control-regex
const NOT_ASCII = /[^\x00-\x7f]/;

/** The SQL texts of a file: templates tagged sql, and any literal that begins like a statement. */
function sqlTexts(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /\bsql\b/.test(node.tag.getText(file)))
      found.push(node.template.getText(file));
    else if (ts.isTemplateExpression(node) && SQL.test(node.head.text))
      found.push([node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('?'));
    else if (ts.isStringLiteralLike(node) && SQL.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The exported names of a file that nothing explains. */
function unexplained(file: ts.SourceFile): string[] {
  const isExported = (node: ts.Node) =>
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const isOverload = (node: ts.Statement) => ts.isFunctionDeclaration(node) && node.body === undefined;
  return file.statements
    .filter((node) => isExported(node) && !isOverload(node) && ts.getJSDocCommentsAndTags(node).length === 0)
    .map((node) => {
      const name = ts.isVariableStatement(node)
        ? node.declarationList.declarations[0]?.name
        : (node as ts.DeclarationStatement).name;
      return name?.getText(file) ?? 'default';
    });
}

describe('the way to the data', () => {
  test('nobody outside the gate’s list opens a database or speaks with its server', () => {
    const open = breaches(product, ({ path, text }) =>
      SPEAKS.test(text) && !Object.values(OPENERS).some((allowed) => allowed.test(path)) ? path : undefined,
    );
    expect(open).toEqual([]);
  });

  test('features and assembly hold no clock, no network and no environment of their own', () => {
    const wild = breaches(
      rooms.filter(({ floor }) => floor === 'features' || floor === 'assembly').flatMap(({ sources }) => sources),
      ({ path, text }) => {
        const word = /\bprocess\.env\b|\bfetch\(|\bconsole\./.exec(
          text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ''),
        )?.[0];
        return word ? `${path} says ${word}` : undefined;
      },
    );
    expect(wild).toEqual([]);
  });

  test('there is SQL to look at, and none of it holds a letter outside ASCII', () => {
    const texts = typescript.flatMap((source) => sqlTexts(parse(source)).map((sql) => ({ path: source.path, sql })));
    const files = filesBelow('infra/migrations')
      .filter((path) => path.endsWith('.sql'))
      .map((path) => ({ path, sql: readFileSync(join(ROOT, path), 'utf8') }));
    expect(texts.length).toBeGreaterThan(20);
    expect(files.length).toBeGreaterThan(0);
    expect(breaches([...texts, ...files], ({ path, sql }) => (NOT_ASCII.test(sql) ? path : undefined))).toEqual([]);
  });

  test('a migration’s trigger stands on one line, so that a dump can be restored', () => {
    const broken = breaches(
      filesBelow('infra/migrations').filter((path) => path.endsWith('.sql')),
      (path) =>
        readFileSync(join(ROOT, path), 'utf8')
          .split('--> statement-breakpoint')
          .map((statement) => statement.trim())
          .filter((statement) => /^create trigger/i.test(statement) && statement.includes('\n'))
          .map((statement) => `${path}: ${statement.split('\n')[0]}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('words', () => {
  test('every export says in a sentence what it promises', () => {
    const silent = breaches(
      typescript.filter(({ path }) => !path.startsWith('apps/web/src/routes/')),
      (source) => unexplained(parse(source)).map((name) => `${source.path}: ${name}`),
    );
    expect(silent).toEqual([]);
  });

  test('no any, no non-null assertion, no cast to never outside a function that names it, no silenced checker', () => {
    const loose = breaches(typescript, (source) => {
      const found = /@ts-(?:ignore|nocheck|expect-error)/.test(source.text) ? ['a silenced checker'] : [];
      const visit = (node: ts.Node): void => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) found.push('any');
        if (ts.isNonNullExpression(node)) found.push(node.getText());
        const isNever = ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.NeverKeyword;
        if (isNever && !ts.isArrowFunction(node.parent)) found.push(node.getText());
        ts.forEachChild(node, visit);
      };
      visit(parse(source));
      return found.map((what) => `${source.path}: ${what}`);
    });
    expect(loose).toEqual([]);
  });
});
