import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { LogSignal } from '../platform/event-store/log-signal.js';
import { Calm } from '../platform/subscriptions/calm.js';
import { changed, testStore, type TestStore } from '../platform/testing/store.js';
import { OpenAccount } from './account.commands.js';
import { account, openAccount } from './account.decider.js';
import { ExpiringHolds } from './expiring-holds.js';
import { PlaceHold, type ExpireHold } from './hold.commands.js';
import { hold } from './hold.decider.js';
import * as units from './wallet.units.js';

describe('Holds that expire', () => {
  const stores: TestStore[] = [];
  const ownerId = newId();
  const by = () => systemContext('spec');
  const searcher = ({ aggregates, database, log }: TestStore) => {
    const execute = (command: ExpireHold) => changed(aggregates, hold, units.expire, command);
    return new ExpiringHolds(database, log, { execute } as never as CommandBus, new Calm(new LogSignal()));
  };
  const open = async (initialDepositMinor: number) => {
    const terms = { accountId: newId(), ownerId, currency: 'EUR', initialDepositMinor };
    const command = new OpenAccount(terms, by());
    return (await changed(stores[0]!.aggregates, account, units.onAccount(openAccount), command)).id;
  };
  const place = async (accountId: string, expiresAt: string) => {
    const amount = { amountMinor: 100, currency: 'EUR' };
    const terms = { holdId: newId(), accountId, ownerId, amount, description: 'an order', expiresAt };
    return (await changed(stores[0]!.aggregates, hold, units.place, new PlaceHold(terms, by()))).id;
  };
  const statusOf = async (id: string) => (await stores[0]!.aggregates.load(hold, id)).state.status;

  beforeAll(async () => {
    stores.push(await testStore([account, hold]));
    stores.push(await testStore([account, hold], stores[0]!.url));
  });
  afterAll(async () => {
    for (const store of stores.reverse()) await store.close();
  });

  it('are let go of by the timer, once, whichever instance comes first; others stay', async () => {
    const accountId = await open(300);
    const due = await place(accountId, '2026-01-01T00:00:00.000Z');
    const later = await place(accountId, '2999-01-01T00:00:00.000Z');
    expect(await statusOf(due)).toBe('held');
    await Promise.all(stores.map((store) => searcher(store).search()));
    expect([await statusOf(due), await statusOf(later)]).toEqual(['expired', 'held']);
    const { state } = await stores[0]!.aggregates.load(account, accountId);
    expect(state).toMatchObject({ balanceMinor: 300, heldMinor: 100 });
    const events = await stores[0]!.log.readStream(`hold-${due}`);
    expect(events.map(({ event }) => event.type)).toEqual(['HoldPlaced', 'HoldExpired']);
    expect(events[1]!.metadata.causationId).toBe(events[0]!.id);
  });
});
