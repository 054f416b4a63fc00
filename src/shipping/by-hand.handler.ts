import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../platform/config.js';
import { Rejection } from '../platform/core/rejection.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { HandOverShipment, RefuseShipment } from './shipment.commands.js';
import { handOverShipment, refuseShipment, shipment } from './shipment.decider.js';
import type { ShipmentState } from './shipment.state.js';

// What became of a parcel, told by the people who move it; a carrier that can be asked speaks for itself.

@CommandHandler(HandOverShipment)
export class HandOverShipmentHandler implements ICommandHandler<HandOverShipment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'CARRIER'>,
  ) {}

  async execute(command: HandOverShipment): Promise<Written<ShipmentState>> {
    demandByHand(this.config);
    return this.store.execute(shipment, command.data.shipmentId, command.by, handOverShipment(command));
  }
}

@CommandHandler(RefuseShipment)
export class RefuseShipmentHandler implements ICommandHandler<RefuseShipment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'CARRIER'>,
  ) {}

  async execute(command: RefuseShipment): Promise<Written<ShipmentState>> {
    demandByHand(this.config);
    return this.store.execute(shipment, command.data.shipmentId, command.by, refuseShipment(command));
  }
}

function demandByHand({ CARRIER }: Pick<Config, 'CARRIER'>): void {
  if (CARRIER === 'manual') return;
  throw new Rejection('shipment.not-by-hand', `parcels are moved by the carrier (CARRIER=${CARRIER})`);
}
