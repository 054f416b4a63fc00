import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { NotYet } from '../platform/core/not-yet.js';
import { Rejection } from '../platform/core/rejection.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { Outside } from '../platform/outside/outside.js';
import { step } from '../platform/outside/step.js';
import { CARRIER_WORLD } from './carrier-world.js';
import { cancelAnswer, CARRIER, type Carrier } from './carrier/carrier.js';
import { CancelShipment } from './contract.js';
import {
  callBack,
  confirmCancel,
  settle,
  shipment,
  termsOf,
  type ShipmentState,
} from './shipment.decider.js';
import type { Terms } from './shipment.state.js';

/** Ensure that no parcel goes out: the carrier closes the key, so that one still on its way there is refused. */
@CommandHandler(CancelShipment)
export class CancelShipmentHandler implements ICommandHandler<CancelShipment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(CARRIER) private readonly carrier: Carrier,
    @Inject(CARRIER_WORLD) private readonly world: Outside,
  ) {}

  async execute(command: CancelShipment): Promise<Written<ShipmentState>> {
    const { data, by } = command;
    const { version } = await this.store.load(shipment, data.shipmentId);
    // The step is named after the version it was decided on: a try that finds the shipment moved on decides again.
    await this.store.execute(shipment, data.shipmentId, step(by, `back:${version}`), callBack(command));
    const now = await this.store.load(shipment, data.shipmentId);
    const terms = termsOf(now.state);
    return !terms || now.state.status === 'cancelled' ? now : this.close(command, terms);
  }

  private async close(command: CancelShipment, { carrierKey: key }: Terms): Promise<Written<ShipmentState>> {
    const { data, by } = command;
    const asked = await this.world.ask(cancelAnswer(key), (signal) => this.carrier.cancel(key, signal));
    if (asked.kind !== 'answered') throw new NotYet(`the parcel cannot be cancelled yet: ${asked.detail}`);
    const { answer } = asked;
    if (answer.outcome === 'too-late') throw new Rejection('shipment.under-way', answer.detail);
    if (answer.outcome === 'refused') {
      await this.store.execute(
        shipment,
        data.shipmentId,
        step(by, 'refused'),
        settle(answer, 'cancellation'),
      );
    }
    // A parcel that surfaces late is cancelled again, by a command of its own: the step is its own, too.
    const { version } = await this.store.load(shipment, data.shipmentId);
    return this.store.execute(shipment, data.shipmentId, step(by, `cancelled:${version}`), confirmCancel());
  }
}
