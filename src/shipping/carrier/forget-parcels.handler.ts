import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '../../platform/event-store/database.js';
import { ForgetParcels } from '../contract.js';

/** What a carrier of flesh and blood keeps is for itself to forget; the journal of the simulated one is ours. */
@CommandHandler(ForgetParcels)
export class ForgetParcelsHandler implements ICommandHandler<ForgetParcels> {
  constructor(private readonly database: Database) {}

  async execute({ customerId }: ForgetParcels): Promise<void> {
    await this.database.query(
      `update simulator.parcels set postal_code = 'erased'
       where postal_code <> 'erased'
         and shipment_id in (select shipment_id from shipping.shipments where customer_id = $1)`,
      [customerId],
    );
  }
}
