import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { aggregate } from '../platform/cqrs/aggregate.js';
import { retains } from '../platform/retention/retention.js';
import { parcelRetention } from './carrier/parcel-retention.js';
import { Database } from '../platform/event-store/database.js';
import { registersProblems } from '../platform/problems.js';
import { Asking } from '../platform/kafka/asking.js';
import { SimulatedWorld } from '../platform/outside/simulated-world.js';
import {
  HandOverShipmentHandler,
  ReduceShipmentHandler,
  reducesShipments,
  RefuseShipmentHandler,
} from './by-hand.handler.js';
import { CancelShipmentHandler } from './cancel-shipment.handler.js';
import { carrierWorld } from './carrier-world.js';
import { absentCarrier, CARRIER } from './carrier/carrier.js';
import { ForgetParcelsHandler } from './carrier/forget-parcels.handler.js';
import { KafkaCarrier } from './carrier/kafka-carrier.js';
import { ManualCarrier } from './carrier/manual-carrier.js';
import { SimulatedCarrier } from './carrier/simulated-carrier.js';
import { SimulatedParcelsController } from './carrier/simulator.controller.js';
import { problems } from './contract.js';
import { SettleLossHandler } from './settle-loss.handler.js';
import { DispatchShipment, ReopenLoss } from './shipment.commands.js';
import { reopenLoss } from './shipment.loss.js';
import { DispatchShipmentHandler, intendShipment } from './dispatch-shipment.handler.js';
import { shipment } from './shipment.decider.js';
import { GetShipmentHandler, HasParcelHandler, ListShipmentsHandler } from './shipment.queries.js';
import { ShipmentsController } from './shipments.controller.js';
import { ShipmentsLive } from './shipments.live.js';
import { TrackShipmentHandler } from './track-shipment.handler.js';

@Module({
  controllers: [ShipmentsController, SimulatedParcelsController],
  providers: [
    ...aggregate(shipment, {
      commands: [[ReopenLoss, reopenLoss]],
      intents: [[DispatchShipment, intendShipment]],
    }),
    DispatchShipmentHandler,
    CancelShipmentHandler,
    ForgetParcelsHandler,
    SettleLossHandler,
    HandOverShipmentHandler,
    RefuseShipmentHandler,
    ReduceShipmentHandler,
    TrackShipmentHandler,
    reducesShipments,
    GetShipmentHandler,
    ListShipmentsHandler,
    HasParcelHandler,
    ShipmentsLive,
    carrierWorld,
    SimulatedWorld,
    SimulatedCarrier,
    {
      provide: CARRIER,
      inject: [CONFIG, SimulatedCarrier, Database, { token: Asking, optional: true }],
      useFactory: (config: Config, simulated: SimulatedCarrier, database: Database, asking?: Asking) => {
        if (config.CARRIER === 'simulator') return simulated;
        if (config.CARRIER === 'manual') return new ManualCarrier(database);
        return asking ? new KafkaCarrier(asking) : absentCarrier;
      },
    },
    retains(parcelRetention),
    registersProblems(problems),
  ],
})
export class ShippingModule {}
