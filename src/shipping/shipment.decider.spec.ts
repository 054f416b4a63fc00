import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId } from '../platform/core/ids.js';
import { Rejection } from '../platform/core/rejection.js';
import { by, folded, given } from '../platform/testing/given.js';
import {
  CancelShipment,
  DispatchShipment,
  HandOverShipment,
  RefuseShipment,
  TrackShipment,
} from './shipment.commands.js';
import {
  callBack,
  confirmCancel,
  handOverShipment,
  loseTrack,
  refuseCancel,
  refuseShipment,
  requestShipment,
  settle,
  shipment,
  surface,
  trackShipment,
} from './shipment.decider.js';
import { type ShipmentState } from './shipment.state.js';
import {
  ShipmentCancelled,
  ShipmentCancelRefused,
  ShipmentCancelRequested,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentInTransit,
  ShipmentLost,
  ShipmentOutcomeUnknown,
  ShipmentRefused,
  ShipmentRequested,
} from './shipment.events.js';
import { type ShipmentEvent } from './shipment.state.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const shipmentId = '019ab000-0000-7000-8000-000000000002';
const ids = { shipmentId, orderId };
const address = { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode: '3000', country: 'CH' };
const data = { ...ids, customerId: orderId, address, lines: [{ sku: 'MUG', quantity: 2 }] };

const dispatch = new DispatchShipment(data, by);
const undo = new CancelShipment(ids, by);
const key = derivedId(shipmentId, 'parcel');
const requested = new ShipmentRequested({ ...data, carrierKey: key });
const unknown = new ShipmentOutcomeUnknown({ ...ids, detail: 'time-out' });
const parcel = { carrier: 'Post', trackingNumber: 'T1' };
const dispatched = new ShipmentDispatched({ ...ids, ...parcel, evidence: 'reply' });
const refused = new ShipmentRefused({ ...ids, detail: 'no', evidence: 'reply' });
const cancelling = new ShipmentCancelRequested(ids);
const cancelled = new ShipmentCancelled({ ...ids, attempt: 1 });
const accepted = { outcome: 'accepted', ...parcel } as const;
const no = { outcome: 'refused', detail: 'no' } as const;
const gone = (detail: string) => new ShipmentCancelRefused({ ...ids, ...parcel, address, detail });
const time = (n: number) => `2026-01-01T08:0${n}:00.000Z`;
const track = (status: 'in_transit' | 'delivered' | 'lost', n: number) =>
  trackShipment(new TrackShipment({ shipmentId, status, at: time(n) }, by));
const inTransit = (n: number) => new ShipmentInTransit({ ...ids, at: time(n) });
const delivered = (n: number) => new ShipmentDelivered({ ...ids, at: time(n) });
const lost = (n: number) => new ShipmentLost({ ...ids, at: time(n) });

describe('Moving parcels by hand', () => {
  const handOver = (trackingNumber = 'T1') =>
    handOverShipment(new HandOverShipment({ shipmentId, carrier: 'Post', trackingNumber }, by));
  const refuse = refuseShipment(new RefuseShipment({ shipmentId, reason: 'no such street' }, by));
  const handedOver = new ShipmentDispatched({ ...ids, ...parcel, evidence: 'record' });
  const turnedDown = new ShipmentRefused({ ...ids, detail: 'no such street', evidence: 'record' });

  it('is a parcel with the number that the person names', () =>
    given(shipment, requested).when(handOver()).then(handedOver));
  it('is said again without a second parcel', () =>
    given(shipment, requested, handedOver).when(handOver()).then());
  it('is not said again with another number', () =>
    given(shipment, requested, handedOver).when(handOver('T2')).rejects('shipment.not-awaited'));
  it('is refused with the words of the person', () =>
    given(shipment, requested).when(refuse).then(turnedDown));
  it('is refused once', () => given(shipment, requested, turnedDown).when(refuse).then());
  it.each([
    ['handed over', handOver()],
    ['refused', refuse],
  ])('is not %s once it is being called back, called back, or never asked for', (_, rule) => {
    given(shipment, requested, cancelling).when(rule).rejects('shipment.not-awaited');
    given(shipment, requested, cancelling, cancelled).when(rule).rejects('shipment.not-awaited');
    given(shipment).when(rule).rejects('shipment.not-found');
  });
  it('does not take back a parcel, nor send one that was refused', () => {
    given(shipment, requested, handedOver).when(refuse).rejects('shipment.not-awaited');
    given(shipment, requested, turnedDown).when(handOver()).rejects('shipment.not-awaited');
  });
});

describe('Dispatching a shipment', () => {
  it('records the intent first, with a key that follows from the shipment', () =>
    given(shipment).when(requestShipment(dispatch)).then(requested));
  it('does not begin twice, nor after it was cancelled', () => {
    given(shipment, requested).when(requestShipment(dispatch)).then();
    given(shipment, cancelled).when(requestShipment(dispatch)).then();
  });
  it('is dispatched or refused as the carrier says', () => {
    given(shipment, requested)
      .when(settle(accepted, 'reply', key))
      .then(dispatched);
    given(shipment, requested)
      .when(settle(no, 'reply', key))
      .then(refused);
  });
  it('admits once that it does not know, and learns later', () => {
    given(shipment, requested).when(loseTrack('time-out', key)).then(unknown);
    given(shipment, requested, unknown).when(loseTrack('again', key)).then();
    const found = new ShipmentDispatched({ ...dispatched.data, evidence: 'look-up' });
    given(shipment, requested, unknown)
      .when(settle(accepted, 'look-up', key))
      .then(found);
  });
  it('takes a reply that comes after the key was closed for what it was', () =>
    given(shipment, requested, cancelling, cancelled)
      .when(settle(accepted, 'reply', key))
      .then());
  it('reports a parcel that surfaces after it was given up, so that it is called back', () => {
    const found = new ShipmentDispatched({ ...dispatched.data, evidence: 'look-up', address });
    given(shipment, requested, cancelling, cancelled).when(surface(accepted, key)).then(found);
    given(shipment, requested).when(surface(accepted, key)).then();
    given(shipment, requested, cancelling, cancelled)
      .when(surface(accepted, derivedId(shipmentId, 'parcel:2')))
      .then();
  });
});

describe('The way back of a shipment', () => {
  it('leaves a tombstone where nothing was', () => given(shipment).when(callBack(undo)).then(cancelled));
  it('answers once for a refused shipment', () => {
    given(shipment, requested, refused).when(callBack(undo)).then(cancelled);
    given(shipment, requested, refused, cancelled).when(callBack(undo)).then();
  });
  it('records that the key shall be closed before the carrier is asked, and then that it is', () => {
    given(shipment, requested).when(callBack(undo)).then(cancelling);
    given(shipment, requested, unknown).when(callBack(undo)).then(cancelling);
    given(shipment, requested, dispatched).when(callBack(undo)).then(cancelling);
    given(shipment, requested, dispatched, cancelling).when(callBack(undo)).then();
    given(shipment, requested, dispatched, cancelling).when(confirmCancel()).then(cancelled);
  });
  it('calls a late parcel back again', () =>
    given(shipment, requested, cancelling, cancelled, dispatched).when(callBack(undo)).then(cancelling));
  it('answers that it is too late once the parcel is under way', () => {
    given(shipment, requested, dispatched, inTransit(1))
      .when(callBack(undo))
      .then(gone('the parcel is in transit'));
    given(shipment, requested, dispatched, delivered(1))
      .when(callBack(undo))
      .then(gone('the parcel is delivered'));
    given(shipment, requested, dispatched, lost(1)).when(callBack(undo)).then(gone('the parcel is lost'));
    given(shipment, requested, dispatched, cancelling).when(refuseCancel('loaded')).then(gone('loaded'));
  });
  it('answers also when the parcel arrives while it is called back', () =>
    given(shipment, requested, dispatched, cancelling, delivered(1))
      .when(confirmCancel())
      .then(gone('the parcel is delivered')));
});

describe('A carrier that cancels by itself', () => {
  const stopped = { outcome: 'cancelled' } as const;
  it('has refused the parcel', () =>
    given(shipment, requested, unknown)
      .when(settle(stopped, 'look-up', key))
      .then(
        new ShipmentRefused({
          ...ids,
          detail: 'the carrier cancelled the parcel by itself',
          evidence: 'look-up',
        }),
      ));
  it('says nothing new while we cancel, too', () =>
    given(shipment, requested, cancelling)
      .when(settle(stopped, 'reply', key))
      .then());
});

describe('The next attempt to send an order', () => {
  const elsewhere = { ...data, address: { ...address, city: 'Basel' }, attempt: 2 };
  const second = new ShipmentRequested({ ...elsewhere, carrierKey: derivedId(shipmentId, 'parcel:2') });
  const again = new DispatchShipment(elsewhere, by);

  it('begins under a key of its own, once the one before it is closed', () => {
    given(shipment, requested, cancelling).when(requestShipment(again)).then();
    given(shipment, requested, cancelling, cancelled).when(requestShipment(again)).then(second);
    given(shipment, cancelled).when(requestShipment(again)).then(second);
    given(shipment, cancelled, second).when(requestShipment(again)).then();
  });
  it('is not mistaken for the one before it', () => {
    const now = [requested, cancelling, cancelled, second];
    given(shipment, ...now)
      .when(settle(accepted, 'reply', key))
      .then();
    given(shipment, ...now)
      .when(settle(no, 'reply', key))
      .then();
    given(shipment, ...now)
      .when(loseTrack('time-out', key))
      .then();
    given(shipment, ...now)
      .when(callBack(undo))
      .then();
    given(shipment, ...now)
      .when(settle(accepted, 'reply', second.data.carrierKey))
      .then(dispatched);
  });
  it('has a way back of its own', () => {
    const back = new CancelShipment({ ...ids, attempt: 2 }, by);
    const tombstone = new ShipmentCancelled({ ...ids, attempt: 2 });
    given(shipment, requested, cancelling, cancelled).when(callBack(back)).then(tombstone);
    given(shipment, requested, cancelling, cancelled, tombstone).when(requestShipment(again)).then();
    given(shipment, cancelled, second).when(callBack(back)).then(cancelling);
    given(shipment, cancelled, second, cancelling).when(confirmCancel()).then(tombstone);
  });
});

describe('Tracking', () => {
  it('follows the parcel', () => {
    given(shipment, requested, dispatched).when(track('in_transit', 1)).then(inTransit(1));
    given(shipment, requested, dispatched, inTransit(1)).when(track('in_transit', 2)).then(inTransit(2));
    given(shipment, requested, dispatched, inTransit(1)).when(track('delivered', 2)).then(delivered(2));
    given(shipment, requested, dispatched, inTransit(1)).when(track('lost', 2)).then(lost(2));
  });
  it('ignores news that comes again or too late', () => {
    given(shipment, requested, dispatched, inTransit(2)).when(track('in_transit', 2)).then();
    given(shipment, requested, dispatched, inTransit(2)).when(track('in_transit', 1)).then();
    given(shipment, requested, dispatched, inTransit(2)).when(track('lost', 1)).then();
    given(shipment, requested, dispatched, delivered(1)).when(track('in_transit', 2)).then();
    given(shipment, requested, dispatched, delivered(1)).when(track('delivered', 2)).then();
  });
  const told = (status: 'in_transit' | 'delivered' | 'lost', at: string) =>
    trackShipment(new TrackShipment({ shipmentId, status, at }, by));
  const scanned = (at: string) =>
    given(shipment, requested, dispatched, new ShipmentInTransit({ ...ids, at }));
  const lostAt = (at: string) => new ShipmentLost({ ...ids, at });

  it('takes a loss of the same minute as the last scan for the later of the two, an earlier one not', () => {
    const scan = scanned('2026-01-01T08:00:30.000Z');
    scan.when(told('lost', '2026-01-01T08:00:00.000Z')).then(lostAt('2026-01-01T08:00:00.000Z'));
    scan.when(told('lost', '2026-01-01T08:00:30.000Z')).then(lostAt('2026-01-01T08:00:30.000Z'));
    scan.when(told('lost', '2026-01-01T07:59:59.000Z')).then();
  });
  it('refuses what has not happened yet, by more than clocks differ', () => {
    for (const status of ['in_transit', 'delivered', 'lost'] as const) {
      const sent = given(shipment, requested, dispatched);
      sent.when(told(status, '2999-01-01T00:00:00.000Z')).rejects('shipment.tracked-in-future');
      sent.when(told(status, '2026-01-02T09:05:00.001Z')).rejects('shipment.tracked-in-future');
      expect(told(status, '2026-01-02T09:05:00.000Z')(folded(shipment, requested, dispatched))).toHaveLength(
        1,
      );
    }
  });
  it('does not let a scan by a fast clock, or one of the year 2999 in the log, hide a loss or a scan of today', () => {
    const today = '2026-01-02T08:00:00.000Z';
    scanned('2999-01-01T00:00:00.000Z').when(told('lost', today)).then(lostAt(today));
    scanned('2999-01-01T00:00:00.000Z')
      .when(told('in_transit', today))
      .then(new ShipmentInTransit({ ...ids, at: today }));
    // Heard at 09:00:02 by our clock.
    scanned('2026-01-01T09:04:30.000Z')
      .when(told('lost', '2026-01-01T09:01:00.000Z'))
      .then(lostAt('2026-01-01T09:01:00.000Z'));
  });
  it('believes a delivery whenever it is told, also of a lost parcel', () => {
    given(shipment, requested, dispatched, inTransit(2)).when(track('delivered', 1)).then(delivered(1));
    given(shipment, requested, dispatched, lost(1)).when(track('delivered', 2)).then(delivered(2));
  });
  it('needs a parcel', () => {
    given(shipment).when(track('delivered', 1)).rejects('shipment.not-found');
    given(shipment, requested).when(track('delivered', 1)).rejects('shipment.not-dispatched');
    given(shipment, requested, cancelled).when(track('delivered', 1)).rejects('shipment.not-dispatched');
  });
});

describe('Whatever happens to a shipment', () => {
  const news = fc.record({
    status: fc.constantFrom('in_transit' as const, 'delivered' as const, 'lost' as const),
    n: fc.integer({ min: 1, max: 9 }),
  });
  const decision = fc.oneof(
    fc.constantFrom<(state: ShipmentState) => readonly ShipmentEvent[]>(
      requestShipment(dispatch),
      settle(accepted, 'reply', key),
      settle(no, 'look-up', key),
      loseTrack('time-out', key),
      callBack(undo),
      confirmCancel(),
    ),
    news.map(({ status, n }) => track(status, n)),
  );
  const attempt = (
    decide: (state: ShipmentState) => readonly ShipmentEvent[],
    events: readonly ShipmentEvent[],
  ) => {
    try {
      return decide(folded(shipment, ...events));
    } catch (error) {
      if (error instanceof Rejection) return [];
      throw error;
    }
  };

  /** Whoever asks for a parcel that is gone is told so each time. */
  const withoutAnswers = (events: readonly ShipmentEvent[]) =>
    events.filter(({ type }) => type !== 'ShipmentCancelRefused');

  it('a decision that is repeated at once decides nothing, and delivered is the last word', () =>
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 25 }), (decisions) => {
        const events: ShipmentEvent[] = [];
        for (const decide of decisions) {
          const before = folded(shipment, ...events).status;
          const added = attempt(decide, events);
          if (before === 'delivered') expect(withoutAnswers(added)).toStrictEqual([]);
          events.push(...added);
          expect(withoutAnswers(attempt(decide, events))).toStrictEqual([]);
        }
      }),
    ));
});
