import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { check } from 'recheck';
import ts from 'typescript';
import { regexes } from 'zod';

const root = path.join(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file) && !file.includes('spec.ts') && !file.includes('testing'))
  .map((file) => path.join(root, file));

interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

function inFile(file: string): { patterns: Found[]; composed: string[] } {
  const patterns: Found[] = [];
  const composed: string[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const where = path.relative(root, file);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      patterns.push({ where, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isCall && node.expression.getText() === 'RegExp') composed.push(`${where}: ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { patterns, composed };
}

/**
 * What is wrong with a pattern; undefined when no text costs it more than its length. An automaton decides, and only where
 * there is none are texts guessed, which finds more on a busy machine than there is.
 */
async function fault({ where, source, flags }: Found): Promise<string | undefined> {
  const decided = await check(source, flags, { checker: 'automaton', timeout: 20_000 });
  const { status, ...found } =
    decided.status === 'unknown' ? await check(source, flags, { timeout: 20_000 }) : decided;
  const complexity = 'complexity' in found ? found.complexity : undefined;
  const linear = complexity?.type === 'safe' || complexity?.type === 'linear';
  return status === 'safe' && linear
    ? undefined
    : `${where}: /${source}/${flags} ${complexity?.type ?? status}`;
}

async function faultsOf(patterns: readonly Found[]): Promise<string[]> {
  const faults: string[] = [];
  for (const pattern of new Map(patterns.map((one) => [`${one.source}/${one.flags}`, one])).values()) {
    // Where automata do not decide, texts are guessed, and a guess is only a fault if it comes again.
    const found = (await fault(pattern)) && (await fault(pattern));
    if (found !== undefined) faults.push(found);
  }
  return faults;
}

it('no text makes a pattern of the source cost more than its length', async () => {
  const patterns = files.flatMap((file) => inFile(file).patterns);
  expect(patterns.length).toBeGreaterThan(50);
  expect(await faultsOf(patterns)).toEqual([]);
}, 240_000);

it('no pattern is composed at run time, where nobody could check it', () => {
  expect(files.flatMap((file) => inFile(file).composed)).toEqual([]);
});

it('the formats that schemas borrow from zod cost no more either', async () => {
  const borrowed = [
    regexes.uuid(),
    regexes.datetime({ precision: 3 }),
    regexes.datetime({ offset: true }),
    regexes.datetime({}),
  ];
  expect(await faultsOf(borrowed.map(({ source, flags }) => ({ where: 'zod', source, flags })))).toEqual([]);
}, 60_000);

it('a pattern that goes back over its text is found', async () => {
  const quadratic = [
    { where: 'here', source: '(\\b[a-z][a-z0-9+.-]*:\\/\\/)[^\\s/@]+@', flags: 'gi' },
    { where: 'here', source: '^(a+)+$', flags: '' },
  ];
  expect(await faultsOf(quadratic)).toHaveLength(2);
});
