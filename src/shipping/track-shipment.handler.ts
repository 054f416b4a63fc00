import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { PersonalData } from '../platform/personal-data/personal-data.js';
import { unnamed } from '../platform/personal-data/unnamed.js';
import { TrackShipment } from './shipment.commands.js';
import { shipment, termsOf, trackShipment } from './shipment.decider.js';
import type { ShipmentState } from './shipment.state.js';
import { address as schema } from './vocabulary.js';

/** What the carrier tells of a parcel is kept for ever, so it must not say to whom it went. */
@CommandHandler(TrackShipment)
export class TrackShipmentHandler implements ICommandHandler<TrackShipment> {
  constructor(
    private readonly store: AggregateStore,
    private readonly personalData: PersonalData,
  ) {}

  async execute({ data: { detail, ...news }, by }: TrackShipment): Promise<Written<ShipmentState>> {
    const { shipmentId } = news;
    const said = detail === undefined ? undefined : await this.withoutNames(shipmentId, detail);
    const command = new TrackShipment({ ...news, ...(said !== undefined && { detail: said }) }, by);
    return this.store.execute(shipment, shipmentId, by, trackShipment(command));
  }

  /** @returns undefined where nobody knows any more which words would tell */
  private async withoutNames(shipmentId: string, detail: string): Promise<string | undefined> {
    const terms = termsOf((await this.store.load(shipment, shipmentId)).state);
    if (!terms) return detail;
    const address = await this.personalData.open(terms.address);
    return address && unnamed(detail, schema, address);
  }
}
