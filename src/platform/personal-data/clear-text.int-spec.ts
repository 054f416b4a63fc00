import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testStore, type TestStore } from '../testing/store.js';
import { tally } from '../testing/tally.js';

let store: TestStore;

beforeAll(async () => {
  store = await testStore([tally]);
});

afterAll(() => store.close());

/** Whether a value holds clear text, by the look for it and by what erasing would change. */
async function told(values: readonly unknown[]): Promise<{ looked: boolean[]; compared: boolean[] }> {
  const rows = await store.database.query<{ looked: boolean; compared: boolean }>(
    `select personal.holds_clear_text(value) as looked,
       value::text like '%"postalCode"%' and personal.erased_form(value::jsonb) <> value::jsonb as compared
     from unnest($1::json[]) with ordinality as given(value, n) order by n`,
    [values.map((value) => JSON.stringify(value))],
  );
  return { looked: rows.map(({ looked }) => looked), compared: rows.map(({ compared }) => compared) };
}

const address = { line1: '1 Quay St', city: 'Dublin', postalCode: 'D1' };
const sealed = { line1: 'sealed:line1:a', city: 'sealed:city:b', postalCode: 'sealed:postalCode:c' };
const erased = { line1: 'erased', city: 'erased', postalCode: 'erased' };

describe('Clear text', () => {
  it('is found where erasing would change something, however deep, and nowhere else', async () => {
    const clear = [address, { a: [{ b: address }] }, { ...sealed, name: 'Ann' }, [sealed, [address]]];
    const notClear = [
      ...[sealed, erased, { ...sealed, country: 'IE' }, { items: [{ name: 'Mug' }], to: sealed }],
      ...[{ line1: 'a', city: 'b' }, ['line1', 'city', 'postalCode'], [{ line1: 'a' }, { city: 'b' }]],
      ...[{ line1: null, city: 1, postalCode: [] }, null, 'postalCode', {}],
    ];
    expect((await told(clear)).looked).toEqual(clear.map(() => true));
    expect((await told(notClear)).looked).toEqual(notClear.map(() => false));
  });

  it('is the same to both, whatever the value', async () => {
    const field = fc.constantFrom(
      'name',
      'line1',
      'line2',
      'city',
      'region',
      'postalCode',
      'country',
      'items',
    );
    const text = fc.constantFrom('erased', 'sealed:city:a', 'Dublin', '', 'line1', 'postalCode');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(text, fc.constant(null), fc.integer(), fc.constantFrom(address, sealed, erased)),
        fc.dictionary(field, tie('value'), { maxKeys: 7 }),
        fc.array(tie('value'), { maxLength: 4 }),
      ),
    }));
    const values = fc.sample(value, { numRuns: 3_000, seed: 20261127 });
    const { looked, compared } = await told(values);
    expect(looked).toEqual(compared);
    expect(compared.filter(Boolean).length).toBeGreaterThan(100);
    expect(compared.filter((is) => !is).length).toBeGreaterThan(100);
  });
});
