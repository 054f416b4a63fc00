import { Inject, type Provider } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../platform/config.js';
import { Rejection } from '../platform/core/rejection.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import { UnitRules } from '../platform/event-store/unit-rules.js';
import { HandOverShipment, ReduceShipment, RefuseShipment } from './shipment.commands.js';
import { handOverShipment, refuseShipment, shipment } from './shipment.decider.js';
import { reduceShipment } from './shipment.reducing.js';
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

/** People read in our books what goes into a parcel; a carrier that was asked has read it already. */
const reducing =
  ({ CARRIER }: Pick<Config, 'CARRIER'>) =>
  async (unit: UnitOfWork, command: ReduceShipment) => {
    const { shipmentId } = command.data;
    const { state } = await unit.load(shipment, shipmentId);
    return unit.append(shipment, shipmentId, reduceShipment(command, CARRIER === 'manual')(state));
  };

export const reducesShipments: Provider = {
  provide: Symbol('how a parcel becomes smaller'),
  inject: [UnitRules, CONFIG],
  useFactory: (rules: UnitRules, config: Pick<Config, 'CARRIER'>) =>
    rules.add(ReduceShipment, reducing(config)),
};

@CommandHandler(ReduceShipment)
export class ReduceShipmentHandler implements ICommandHandler<ReduceShipment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'CARRIER'>,
  ) {}

  execute(command: ReduceShipment): Promise<Written<ShipmentState>> {
    const { data, by } = command;
    return this.store.change(shipment, data.shipmentId, by, (unit) => reducing(this.config)(unit, command));
  }
}

function demandByHand({ CARRIER }: Pick<Config, 'CARRIER'>): void {
  if (CARRIER === 'manual') return;
  throw new Rejection('shipment.not-by-hand', `parcels are moved by the carrier (CARRIER=${CARRIER})`);
}
