import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { GetContact, type ContactView } from '../notifications/contract.js';
import { ListOrders } from '../orders/contract.js';
import type { Actor } from '../platform/core/actor.js';
import { Rejection, rejecting } from '../platform/core/rejection.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { PersonalKeys } from '../platform/personal-data/personal-keys.js';
import { ListReturns } from '../returns/contract.js';
import { ListAccounts, type AccountPage } from '../wallet/contract.js';
import type { ErasureView, personalDataQuery, PersonalDataView, CustomersProblem } from './contract.js';
import { customer } from './customer.decider.js';
import { erasureViewOf } from './erasure.view.js';

const reject = rejecting<CustomersProblem>();
const system: Actor = { role: 'system', id: 'customers' };
const MOST_ACCOUNTS = 100;
const MOST_RETURNS = 100;
const one = { limit: 1 } as const;

/** Everything that is held about a customer, wherever it is kept. */
@Injectable()
export class PersonalDataOf {
  constructor(
    private readonly queries: QueryBus,
    private readonly store: AggregateStore,
    private readonly keys: PersonalKeys,
  ) {}

  /** @throws Rejection `customer.not-found` when it is another's */
  async read(
    customerId: string,
    page: z.output<typeof personalDataQuery>,
    viewer: Actor,
  ): Promise<PersonalDataView> {
    if (viewer.role === 'customer' && viewer.id !== customerId) notFound(customerId);
    if (viewer.role !== 'customer') await this.demandKnown(customerId);
    const themselves: Actor = { role: 'customer', id: customerId };
    const [contact, accounts, orders, returns, erasure] = await Promise.all([
      this.contact(customerId),
      this.accounts(customerId, MOST_ACCOUNTS),
      this.queries.execute(new ListOrders({ ...page, customerId }, viewer)),
      this.queries.execute(new ListReturns({ limit: MOST_RETURNS }, themselves)),
      this.erasure(customerId),
    ]);
    return {
      ...{ customerId, contact, orders, erasure },
      accounts: [...accounts.items],
      moreAccounts: accounts.nextCursor !== null,
      returns: [...returns.items],
      moreReturns: returns.nextCursor !== null,
    };
  }

  /** @throws Rejection `customer.not-found` for somebody of whom there is no trace */
  async demandKnown(customerId: string): Promise<void> {
    const isKnown =
      (await this.isHeld(customerId)) ||
      (await this.keys.areKnown(customerId)) ||
      (await this.accounts(customerId, 1)).items.length > 0 ||
      (await this.queries.execute(new ListOrders({ ...one, customerId }, system))).items.length > 0;
    if (!isKnown) notFound(customerId);
  }

  /** Whether there is anything to erase. */
  async isHeld(customerId: string): Promise<boolean> {
    return (await this.keys.isSealing(customerId)) || (await this.contact(customerId)) !== null;
  }

  private async contact(customerId: string): Promise<ContactView | null> {
    try {
      return await this.queries.execute(new GetContact(customerId, system));
    } catch (error) {
      if (error instanceof Rejection && error.code === 'contact.not-found') return null;
      throw error;
    }
  }

  private accounts(ownerId: string, limit: number): Promise<AccountPage> {
    return this.queries.execute(new ListAccounts({ ownerId, limit }, system));
  }

  private async erasure(customerId: string): Promise<ErasureView | null> {
    const known = await this.store.load(customer, customerId);
    return known.state.status === 'known' ? null : erasureViewOf(known);
  }
}

const notFound = (customerId: string): never =>
  reject('customer.not-found', `nothing is known of a customer ${customerId}, or it is not you`);
