import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { decides } from '../platform/cqrs/decides.js';
import { UnitRules } from '../platform/event-store/unit-rules.js';
import { retains } from '../platform/retention/policy.js';
import { parcelRetention } from './carrier/parcel-retention.js';
import { registersProblems } from '../platform/http/problems.js';
import { Asking } from '../platform/kafka/asking.js';
import { SimulatedWorld } from '../platform/outside/simulated-world.js';
import { CancelShipmentHandler } from './cancel-shipment.handler.js';
import { carrierWorld } from './carrier-world.js';
import { absentCarrier, CARRIER } from './carrier/carrier.js';
import { KafkaCarrier } from './carrier/kafka-carrier.js';
import { SimulatedCarrier } from './carrier/simulated-carrier.js';
import { SimulatedParcelsController } from './carrier/simulator.controller.js';
import { DispatchShipment, problems, TrackShipment } from './contract.js';
import { DispatchShipmentHandler, intendShipment } from './dispatch-shipment.handler.js';
import { shipment, trackShipment } from './shipment.decider.js';
import { GetShipmentHandler, HasParcelHandler } from './shipment.queries.js';
import { ShipmentsController } from './shipments.controller.js';
import { ShipmentsLive } from './shipments.live.js';

@Module({
  controllers: [ShipmentsController, SimulatedParcelsController],
  providers: [
    DispatchShipmentHandler,
    CancelShipmentHandler,
    decides(TrackShipment, shipment, trackShipment),
    GetShipmentHandler,
    HasParcelHandler,
    ShipmentsLive,
    carrierWorld,
    SimulatedWorld,
    SimulatedCarrier,
    {
      provide: CARRIER,
      inject: [CONFIG, SimulatedCarrier, { token: Asking, optional: true }],
      useFactory: (config: Config, simulated: SimulatedCarrier, asking?: Asking) => {
        if (config.CARRIER === 'simulator') return simulated;
        return asking ? new KafkaCarrier(asking) : absentCarrier;
      },
    },
    retains(parcelRetention),
    registersProblems(problems),
  ],
})
export class ShippingModule {
  constructor(rules: UnitRules) {
    rules.add(DispatchShipment, intendShipment);
  }
}
