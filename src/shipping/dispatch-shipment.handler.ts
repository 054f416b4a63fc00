import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import { PersonalData } from '../platform/personal-data/personal-data.js';
import { carryOut, decidedBy, recordIntent, step } from '../platform/outside/errand.js';
import type { ExternalService } from '../platform/outside/external-service.js';
import { CARRIER_WORLD } from './carrier-world.js';
import { CARRIER, lookUpAnswer, parcelAnswer, type Carrier } from './carrier/carrier.js';
import { unnamedAnswer } from './carrier/unnamed-answer.js';
import { DispatchShipment } from './shipment.commands.js';
import {
  isClosed,
  isOpen,
  loseTrack,
  requestShipment,
  settle,
  shipment,
  surface,
} from './shipment.decider.js';
import type { ShipmentState, Terms } from './shipment.state.js';

/** Whoever ordered it was erased since. */
const nowhereToGo = (key: string) =>
  settle({ outcome: 'refused', detail: 'the address was erased' }, 'record', key);

/** The intent alone, within the unit of whoever leads to it. */
export const intendShipment = async (unit: UnitOfWork, command: DispatchShipment): Promise<void> => {
  const { shipmentId, attempt = 1 } = command.data;
  const { state } = await (attempt === 1
    ? unit.begin(shipment, shipmentId)
    : unit.load(shipment, shipmentId));
  unit.append(shipment, shipmentId, requestShipment(command)(state));
};

/** Records the intent and has the carrier take the parcel, once. */
@CommandHandler(DispatchShipment)
export class DispatchShipmentHandler implements ICommandHandler<DispatchShipment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(CARRIER) private readonly carrier: Carrier,
    @Inject(CARRIER_WORLD) private readonly world: ExternalService,
    private readonly personalData: PersonalData,
  ) {}

  async execute(command: DispatchShipment): Promise<Written<ShipmentState>> {
    const { data, by } = command;
    const intent = { id: data.shipmentId, by, rule: requestShipment(command) };
    const { now, isNew } = await recordIntent(this.store, shipment, intent);
    if (!isOpen(now.state) || now.state.terms.attempt !== (data.attempt ?? 1)) return now;
    return this.send(command, now.state.terms, isNew);
  }

  private async send(
    { by }: DispatchShipment,
    terms: Terms,
    isNew: boolean,
  ): Promise<Written<ShipmentState>> {
    const { shipmentId, orderId, lines, carrierKey: key } = terms;
    const address = await this.personalData.open(terms.address);
    if (!address) return this.store.execute(shipment, shipmentId, step(by, 'erased'), nowhereToGo(key));
    const request = { key, shipmentId, orderId, address, lines };
    return carryOut(this.world, {
      what: 'the parcel',
      isNew,
      lookUp: {
        answer: lookUpAnswer(key),
        ask: (signal) => unnamedAnswer(address, this.carrier.find(key, signal)),
      },
      act: {
        answer: parcelAnswer(key),
        ask: (signal) => unnamedAnswer(address, this.carrier.send(request, signal)),
      },
      record: async (answer, evidence) => {
        const rule = settle(answer, evidence, key);
        const now = await this.store.execute(shipment, shipmentId, step(by, 'settled'), rule);
        return answer.outcome === 'accepted' && isClosed(now.state, key)
          ? this.lookAgain(by, { key, address }, now)
          : now;
      },
      loseTrack: (detail) =>
        this.store.execute(shipment, shipmentId, step(by, 'unknown'), loseTrack(detail, key)),
    });
  }

  /** The carrier took it and has closed the key since; which of the two stands, only it can say. */
  private async lookAgain(
    by: CommandContext,
    { key, address }: { readonly key: string; readonly address: Terms['address'] },
    { id, version }: Written<ShipmentState>,
  ): Promise<Written<ShipmentState>> {
    const found = await decidedBy(this.world, 'look up the parcel', {
      answer: lookUpAnswer(key),
      ask: (signal) => unnamedAnswer(address, this.carrier.find(key, signal)),
    });
    if (found.outcome !== 'accepted') return this.store.load(shipment, id);
    const seen = { ...step(by, `surfaced:${version}`), append: { expectedVersion: version } };
    return this.store.execute(shipment, id, seen, surface(found, key));
  }
}
