import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import '../src/orders/orders.kafka.js';
import { newId } from '../src/platform/core/ids.js';
import type { InboundRecord } from '../src/platform/kafka/inbound-source.js';
import { PersonalRecords } from '../src/platform/kafka/personal-records.js';
import { PersonalData } from '../src/platform/personal-data/personal-data.js';
import { PersonalKeys } from '../src/platform/personal-data/personal-keys.js';
import { testStore, type TestStore } from '../src/platform/testing/store.js';

/** Stands in every name and address here, and in nothing else. */
const CANARY = /canary/i;
const address = { name: 'Jane Canary', line1: '1 Canary St', city: 'Canary Wharf', postalCode: 'CANARY 1' };
const foreign = { street: '1 Canary St', zip: 'CANARY 1' };

describe('A record that nobody can handle', () => {
  let store: TestStore;
  let keys: PersonalKeys;
  let records: PersonalRecords;
  beforeAll(async () => {
    store = await testStore([]);
    keys = new PersonalKeys(store.database, {
      PERSONAL_DATA_KEY: ['a key that only this spec knows, and long'],
    });
    records = new PersonalRecords(new PersonalData(keys));
  });
  afterAll(() => store.close());

  const recordOf = (value: string | Buffer, type = 'create-order'): InboundRecord => ({
    ...{ topic: 'waybill.commands.v1', partition: 0, offset: '7', timestamp: 0, key: null },
    value: Buffer.from(value as string),
    headers: { ce_type: [Buffer.from(`waybill.command.${type}`)] },
  });
  const erase = async (customerId: string) => {
    await store.database.transaction((tx) => keys.retire(tx, customerId));
    await keys.erase(customerId);
  };

  const order = (members: object) => (customerId: string) =>
    JSON.stringify({ customerId, currency: 'EUR', items: [], ...members });
  const whole = { ...address, country: 'GB' };
  it.each<[string, (customerId: string) => string]>([
    ['an address as it should be', order({ shippingAddress: whole })],
    ['an address of other fields', order({ shippingAddress: { ...foreign, country: 'GB' } })],
    ['more than an address', order({ shippingAddress: { ...whole, phone: '1 canary', line3: 'Canary' } })],
    ['an address within', order({ shippingAddress: { to: [{ at: foreign }], country: 'Canary Islands' } })],
    ['an address that is one text', order({ shippingAddress: 'Jane Canary, 1 Canary St' })],
    ['an address that is a list', order({ shippingAddress: ['Jane Canary', '1 Canary St'] })],
    [
      'fields that are no texts',
      order({ shippingAddress: { ...whole, line1: ['1 Canary St'], name: null } }),
    ],
    ['an address by another name', order({ billingAddress: foreign, ['__proto__']: 'Canary' })],
    ['a name of its own', order({ customerName: 'Jane Canary' })],
    [
      'a text that is too long to be anything',
      order({ shippingAddress: { ...whole, line1: 'canary'.repeat(2_000) } }),
    ],
    [
      'JSON behind a byte order mark',
      (id) => `\ufeff${order({ shippingAddress: whole, note: 'Canary' })(id)}`,
    ],
    ['broken JSON', (id) => `{"customerId": "${id}", "name": Jane Canary`],
    ['a list of orders', (id) => `[${order({ shippingAddress: whole })(id)}]`],
    ['JSON within JSON', (id) => JSON.stringify(order({ shippingAddress: whole })(id))],
    ['an order within', (id) => JSON.stringify({ order: JSON.parse(order({ shippingAddress: whole })(id)) })],
  ])('names nobody, can be had as it was sent, and never again once they are erased: %s', async (_, sent) => {
    const customerId = newId();
    const text = sent(customerId);
    const sealed = await records.sealed(recordOf(text));
    expect(String(sealed.value)).not.toMatch(CANARY);
    const opened = String((await records.opened(sealed)).value);
    expect(opened).toBe(text.replace('\ufeff', ''));
    expect(await records.shown(String(sealed.value))).toBe(opened);

    await erase(customerId);
    await expect(records.opened(sealed)).rejects.toMatchObject({ reason: 'erased' });
    const shown = await records.shown(String(sealed.value));
    expect(shown).not.toMatch(CANARY);
    expect(JSON.stringify(JSON.parse(shown))).toContain('"erased"');
  });

  it('shows of an erased person what says nothing about them', async () => {
    const customerId = newId();
    const sealed = await records.sealed(
      recordOf(order({ shippingAddress: { ...whole, zip: 'CANARY' } })(customerId)),
    );
    await erase(customerId);
    expect(JSON.parse(await records.shown(String(sealed.value)))).toEqual({
      ...{ customerId, currency: 'EUR', items: [] },
      shippingAddress: {
        ...{ name: 'erased', line1: 'erased', city: 'erased', postalCode: 'erased' },
        ...{ country: 'GB', zip: 'erased' },
      },
    });
  });

  it.each<[string, string | Buffer, unknown]>([
    [
      'nobody',
      JSON.stringify({ shippingAddress: whole, billing: foreign }),
      { shippingAddress: 'erased', billing: 'erased' },
    ],
    ['nobody, in broken JSON', '{"name": Jane Canary', 'erased'],
    ['two', `{"customerId": "${newId()}", "customerId": "${newId()}", Jane Canary`, 'erased'],
    [
      'bytes that are no text',
      Buffer.from(`{"customerId":"${newId()}","name":"Canary \xff"}`, 'latin1'),
      'erased',
    ],
  ])('is left out where it does not say whose it is: %s', async (_, text, kept) => {
    const sealed = await records.sealed(recordOf(text));
    expect(JSON.parse(String(sealed.value))).toEqual(kept);
  });

  it.each<[string, string, string]>([
    ['a command that knows no persons', 'confirm-order', JSON.stringify({ orderId: newId() }, null, 2)],
    ['one of a later program', 'shelve-order', JSON.stringify({ orderId: newId(), shelf: 3 })],
    ['an order without an address', 'create-order', order({ confirm: true })(newId())],
    ['no JSON of nobody knows what', 'shelve-order', 'three'],
  ])('is kept byte for byte where it names nobody: %s', async (_, type, text) => {
    const record = recordOf(text, type);
    expect(await records.sealed(record)).toBe(record);
  });

  it('keeps the address of another command from everybody, too', async () => {
    const value = JSON.stringify({ orderId: newId(), shippingAddress: whole, shelf: 3 });
    const sealed = await records.sealed(recordOf(value, 'confirm-order'));
    expect(JSON.parse(String(sealed.value))).toMatchObject({ shippingAddress: 'erased', shelf: 3 });
  });
});
