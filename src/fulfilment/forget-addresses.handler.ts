import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ClearText } from '../platform/personal-data/clear-text.js';
import { ForgetAddresses } from './contract.js';
import { streamsOf } from './order-streams.js';

/** Only what older programs stored: everything else is sealed, and goes with its key. */
@CommandHandler(ForgetAddresses)
export class ForgetAddressesHandler implements ICommandHandler<ForgetAddresses> {
  constructor(private readonly clearText: ClearText) {}

  execute({ orderIds }: ForgetAddresses): Promise<void> {
    return this.clearText.erase(orderIds.map((id) => ({ id, streams: streamsOf(id) })));
  }
}
