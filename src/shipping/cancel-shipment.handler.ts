import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { PersonalData } from '../platform/personal-data/personal-data.js';
import { decidedBy, step } from '../platform/outside/errand.js';
import type { ExternalService } from '../platform/outside/external-service.js';
import { CARRIER_WORLD } from './carrier-world.js';
import { cancelAnswer, CARRIER, lookUpAnswer, type Carrier } from './carrier/carrier.js';
import { unnamedAnswer } from './carrier/unnamed-answer.js';
import { CancelShipment } from './shipment.commands.js';
import {
  callBack,
  confirmCancel,
  isClosing,
  refuseCancel,
  settle,
  shipment,
  type Settlement,
} from './shipment.decider.js';
import type { ShipmentEvent, ShipmentState, Terms } from './shipment.state.js';

/**
 * Ensure that no parcel goes out: the carrier closes the key, so that one still on its way there is refused. Where it
 * is too late for that, the parcel is gone for good, and whoever wanted it back is told so.
 */
@CommandHandler(CancelShipment)
export class CancelShipmentHandler implements ICommandHandler<CancelShipment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(CARRIER) private readonly carrier: Carrier,
    @Inject(CARRIER_WORLD) private readonly world: ExternalService,
    private readonly personalData: PersonalData,
  ) {}

  async execute(command: CancelShipment): Promise<Written<ShipmentState>> {
    await this.decide(command, 'back', callBack(command));
    const now = await this.store.load(shipment, command.data.shipmentId);
    return isClosing(now.state) ? this.close(command, now.state.terms) : now;
  }

  private async close(command: CancelShipment, terms: Terms): Promise<Written<ShipmentState>> {
    const { carrierKey: key } = terms;
    const answer = await decidedBy(this.world, 'cancel the parcel', {
      answer: cancelAnswer(key),
      ask: (signal) => this.heard(terms, this.carrier.cancel(key, signal)),
    });
    if (answer.outcome === 'too-late') return this.tooLate(command, terms, answer.detail);
    return this.closed(command, key, answer);
  }

  private async heard({ address }: Terms, asked: Promise<unknown>): Promise<unknown> {
    const known = await this.personalData.open(address);
    return known ? unnamedAnswer(known, asked) : asked;
  }

  /** The carrier may have taken the parcel without our knowing of it. */
  private async tooLate(
    command: CancelShipment,
    terms: Terms,
    detail: string,
  ): Promise<Written<ShipmentState>> {
    const { carrierKey: key } = terms;
    const { state } = await this.store.load(shipment, command.data.shipmentId);
    if ('parcel' in state) return this.decide(command, 'stands', refuseCancel(detail));
    const found = await decidedBy(this.world, 'look up the parcel', {
      answer: lookUpAnswer(key),
      ask: (signal) => this.heard(terms, this.carrier.find(key, signal)),
    });
    if (found.outcome === 'not-found') {
      throw new OutcomePending('the carrier says that it is too late to cancel a parcel it does not know');
    }
    if (found.outcome !== 'accepted') return this.closed(command, key, found);
    await this.decide(command, 'settled', settle(found, 'look-up', key));
    return this.decide(command, 'stands', refuseCancel(detail));
  }

  private async closed(
    command: CancelShipment,
    key: string,
    answer: Settlement,
  ): Promise<Written<ShipmentState>> {
    if (answer.outcome === 'refused') {
      await this.decide(command, 'refused', settle(answer, 'cancellation', key));
    }
    return this.decide(command, 'cancelled', confirmCancel());
  }

  /**
   * Every part is named after the version it was decided on: a try that finds the shipment moved on, and a parcel that
   * surfaces late and is cancelled once more, decide again.
   */
  private async decide(
    { data, by }: CancelShipment,
    part: string,
    rule: (state: ShipmentState) => readonly ShipmentEvent[],
  ): Promise<Written<ShipmentState>> {
    const { version } = await this.store.load(shipment, data.shipmentId);
    return this.store.execute(shipment, data.shipmentId, step(by, `${part}:${version}`), rule);
  }
}
