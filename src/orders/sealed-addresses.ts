import { Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Rejection } from '../platform/core/rejection.js';
import type { InlineWrite } from '../platform/cqrs/command.js';
import { Database } from '../platform/event-store/database.js';
import { isRetiredKey, PersonalData } from '../platform/personal-data/personal-data.js';
import { ForgetOrderAddresses } from './contract.js';
import type { Draft } from './order.state.js';
import { shippingAddress, type ShippingAddress } from './vocabulary.js';

interface WithAddress {
  readonly orderId: string;
  readonly customerId: string;
  readonly shippingAddress?: ShippingAddress | undefined;
}

/** The addresses of orders as they are stored: sealed with the key of their customer. */
@Injectable()
export class SealedAddresses {
  constructor(private readonly personalData: PersonalData) {}

  /** The data with its address sealed, if it has one, and the rows that must commit with it. */
  async inOrder<Data extends WithAddress>(
    data: Data,
  ): Promise<{ readonly data: Data; readonly rows: readonly InlineWrite[] }> {
    const { orderId: context, customerId: subject, shippingAddress: address } = data;
    if (!address) return { data, rows: [] };
    const { value, row } = await this.personalData.seal(shippingAddress, address, { subject, context });
    return { data: { ...data, shippingAddress: value }, rows: [row] };
  }

  /** @see PersonalData.sealing */
  sealing<Result>(
    { customerId }: Pick<WithAddress, 'customerId'>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    return this.personalData.sealing(customerId, work);
  }

  /** Nothing may be sent to an address that is being erased: confirming holds its key. */
  usedBy({ customerId, shippingAddress: address }: Draft): readonly InlineWrite[] {
    return address ? this.personalData.uses(address, customerId) : [];
  }

  /** @throws Rejection `order.incomplete` when the address was erased */
  async confirming<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!isRetiredKey(error)) throw error;
      throw new Rejection('order.incomplete', 'the shipping address was erased; give it again', {
        errors: [{ pointer: '/shippingAddress', detail: 'was erased; give it again' }],
      });
    }
  }
}

@CommandHandler(ForgetOrderAddresses)
export class ForgetOrderAddressesHandler implements ICommandHandler<ForgetOrderAddresses> {
  constructor(private readonly database: Database) {}

  async execute({ customerId }: ForgetOrderAddresses): Promise<readonly string[]> {
    await this.database.query(
      `update orders.order_list set state = personal.erased_form(state::jsonb)::json
       where customer_id = $1 and personal.holds_clear_text(state)`,
      [customerId],
    );
    const rows = await this.database.query<{ id: string }>(
      'select order_id as id from orders.order_heads where customer_id = $1 order by order_id',
      [customerId],
    );
    return rows.map(({ id }) => id);
  }
}
