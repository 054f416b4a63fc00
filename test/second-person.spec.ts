import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ofMoney = /^(payments|wallet)\//;
const opensMoney = /from '[^']*\/(payments|wallet)\/contract\.js'/;

/** Every controller of a room for money, or that opens one, route by route. */
const routes = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.controller.ts'))
  .map((file) => [file, readFileSync(path.join('src', file), 'utf8')] as const)
  .filter(([file, source]) => ofMoney.test(file) || opensMoney.test(source))
  .flatMap(([file, source]) =>
    source
      .split(/^@Controller\(/m)
      .slice(1)
      .flatMap((controller) => {
        const [head = '', ...parts] = controller.split(/^ {2}(?=@(?:Get|Post|Put|Patch|Delete)\()/m);
        return parts.map((text) => ({ name: `${file} ${text.split('\n', 1)[0]}`, head, text }));
      }),
  );
const open = routes.filter(({ head, text }) => {
  const allowed = /@Allow\(([^)]*)\)/.exec(text)?.[1] ?? /@Allow\(([^)]*)\)/.exec(head)?.[1] ?? '';
  return !text.startsWith('@Get(') && allowed.includes("'operator'");
});

describe('A route by which an operator may move money', () => {
  it('is found', () =>
    expect(open.map(({ name }) => name).join()).toMatch(/refunds.*withdrawals.*transfers/s));

  it('waits for a second person, or says why one is enough', () => {
    const free = open.filter(({ text }) => !/unlessAwaited\(|@OnePersonIsEnough\('/.test(text));
    expect(free.map(({ name }) => name)).toEqual([]);
  });

  it('says so in its document, too', () => {
    const silent = open.filter(
      ({ text }) => text.includes('unlessAwaited(') && !text.includes('approvalSchema'),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
