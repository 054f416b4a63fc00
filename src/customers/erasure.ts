import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ForgetContact } from '../notifications/contract.js';
import { systemContext } from '../platform/cqrs/command.js';
import { derivedId } from '../platform/core/ids.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { causedBy, type Recorded } from '../platform/event-store/recorded.js';
import { KEYS_REMEMBERED_MS, PersonalKeys } from '../platform/personal-data/personal-keys.js';
import { ForgetOrderAddresses } from '../orders/contract.js';
import { ForgetAddresses } from '../fulfilment/contract.js';
import { ForgetParcels } from '../shipping/contract.js';
import type { Subscription } from '../platform/subscriptions/subscription.js';
import { CompleteErasure } from './customer.commands.js';
import { CustomerErasureRequested } from './customer.events.js';

/**
 * The steps of an erasure, each of which does no harm when it is done again: whatever dies between two of them, the
 * event is handled again from the first.
 */
@Injectable()
export class Erasure implements Subscription {
  readonly name = 'customers.erasure';
  readonly events = [CustomerErasureRequested];
  readonly batch = 1;

  constructor(
    private readonly commands: CommandBus,
    private readonly keys: PersonalKeys,
  ) {}

  async handle(batch: readonly Recorded[]): Promise<void> {
    for (const recorded of batch) await this.erase(recorded);
  }

  private async erase(recorded: Recorded): Promise<void> {
    const { customerId } = (recorded.event as CustomerErasureRequested).data;
    const goneForMs = await this.keys.erase(customerId);
    await this.commands.execute(new ForgetContact(customerId));
    await this.commands.execute(new ForgetParcels(customerId));
    const orderIds = await this.commands.execute(new ForgetOrderAddresses(customerId));
    await this.commands.execute(new ForgetAddresses(orderIds));
    // The word is true when no instance remembers a key any more.
    if (goneForMs <= KEYS_REMEMBERED_MS) {
      throw new OutcomePending('other instances may remember keys', { retryAfterMs: KEYS_REMEMBERED_MS });
    }
    await this.demandNoneRetired(customerId);
    await this.commands.execute(
      new CompleteErasure(
        { customerId },
        systemContext('erasure', {
          commandId: derivedId(recorded.id, 'erased'),
          ...causedBy(recorded),
        }),
      ),
    );
    await this.demandNoneRetired(customerId);
  }

  /**
   * What is asked for once more while this goes on makes no other event: what the customer has given in between is erased
   * by this one, from its first step. Looked at also after the word is given, as until then it may be asked for.
   */
  private async demandNoneRetired(customerId: string): Promise<void> {
    if (!(await this.keys.areRetired(customerId))) return;
    throw new OutcomePending('the erasure was asked for once more', { retryAfterMs: KEYS_REMEMBERED_MS });
  }
}
