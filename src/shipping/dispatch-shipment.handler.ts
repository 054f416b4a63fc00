import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { NotYet } from '../platform/core/not-yet.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { Outside } from '../platform/outside/outside.js';
import { step } from '../platform/outside/step.js';
import { CARRIER_WORLD } from './carrier-world.js';
import { CARRIER, lookUpAnswer, parcelAnswer, type Carrier, type ParcelAnswer } from './carrier/carrier.js';
import { DispatchShipment } from './contract.js';
import {
  isOpen,
  loseTrack,
  requestShipment,
  settle,
  shipment,
  type ShipmentState,
} from './shipment.decider.js';
import type { Evidence } from './shipment.events.js';
import type { Terms } from './shipment.state.js';

/**
 * Record the intent, ask the carrier, record the outcome. Whoever finds an intent that is already there looks the
 * parcel up by its key first; only if the carrier never got it is it sent again, under the same key.
 */
@CommandHandler(DispatchShipment)
export class DispatchShipmentHandler implements ICommandHandler<DispatchShipment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(CARRIER) private readonly carrier: Carrier,
    @Inject(CARRIER_WORLD) private readonly world: Outside,
  ) {}

  async execute(command: DispatchShipment): Promise<Written<ShipmentState>> {
    const { data, by } = command;
    const before = await this.store.load(shipment, data.shipmentId);
    const fresh = before.version === 0;
    const now = fresh
      ? await this.store.execute(shipment, data.shipmentId, step(by, 'request'), requestShipment(command))
      : before;
    if (!isOpen(now.state)) return now;
    const { terms } = now.state;
    return (fresh ? undefined : await this.lookUp(command, terms)) ?? this.send(command, terms);
  }

  /** Undefined when the carrier has never heard of the parcel. */
  private async lookUp(
    command: DispatchShipment,
    { carrierKey }: Terms,
  ): Promise<Written<ShipmentState> | undefined> {
    const asked = await this.world.ask(lookUpAnswer(carrierKey), (signal) =>
      this.carrier.find(carrierKey, signal),
    );
    if (asked.kind !== 'answered') throw new NotYet(`the parcel cannot be looked up: ${asked.detail}`);
    return asked.answer.outcome === 'not-found' ? undefined : this.record(command, asked.answer, 'look-up');
  }

  private async send(command: DispatchShipment, terms: Terms): Promise<Written<ShipmentState>> {
    const { shipmentId, orderId, address, lines, carrierKey: key } = terms;
    const asked = await this.world.ask(parcelAnswer(key), (signal) =>
      this.carrier.send({ key, shipmentId, orderId, address, lines }, signal),
    );
    if (asked.kind === 'not-sent') throw new NotYet(`the parcel was not announced: ${asked.detail}`);
    if (asked.kind === 'answered') return this.record(command, asked.answer, 'reply');
    await this.store.execute(shipment, shipmentId, step(command.by, 'unknown'), loseTrack(asked.detail));
    throw new NotYet(`what became of the parcel is not known: ${asked.detail}`);
  }

  private record(
    { data, by }: DispatchShipment,
    answer: ParcelAnswer,
    evidence: Evidence,
  ): Promise<Written<ShipmentState>> {
    if (answer.outcome === 'pending') throw new NotYet('the carrier has not decided yet');
    // Cancelled is the work of the way back, which records it.
    if (answer.outcome === 'cancelled') return this.store.load(shipment, data.shipmentId);
    return this.store.execute(shipment, data.shipmentId, step(by, 'settled'), settle(answer, evidence));
  }
}
