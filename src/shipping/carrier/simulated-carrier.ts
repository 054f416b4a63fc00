import { Injectable } from '@nestjs/common';
import { never, SimulatedWorld, slowly } from '../../platform/outside/simulated-world.js';
import type { Address } from '../shipment.events.js';
import type { Carrier, ParcelRequest } from './carrier.js';

const NAME = 'Simulated Parcel Service';

/**
 * What an address makes the carrier do: country `XX`, postal codes `DOWN`, `LOST-REPLY`, `SLOW<ms>`, and `GONE<ms>`,
 * which is as slow and cannot be called back.
 */
interface Behaviour {
  readonly state: 'accepted' | 'refused';
  readonly slowMs?: number;
  /** From the moment it is announced nobody gets it back. */
  readonly isGone?: true;
  readonly fault?: 'reply-lost' | 'down';
}

function behaviourOf({ country, postalCode }: Address): Behaviour {
  if (postalCode === 'DOWN') return { state: 'accepted', fault: 'down' };
  if (country === 'XX') return { state: 'refused' };
  if (postalCode === 'LOST-REPLY') return { state: 'accepted', fault: 'reply-lost' };
  const gone = /^GONE(\d{1,7})$/.exec(postalCode)?.[1];
  if (gone) return { state: 'accepted', slowMs: Number(gone), isGone: true };
  const slow = /^SLOW(\d{1,7})$/.exec(postalCode)?.[1];
  return { state: 'accepted', ...(slow && { slowMs: Number(slow) }) };
}

interface ParcelRow {
  state: 'accepted' | 'refused' | 'cancelled';
  pending: boolean;
  can_be_recalled: boolean;
  tracking_number: string;
  detail: string | null;
}

const COLUMNS = `state, state = 'accepted' and settles_at > clock_timestamp() as pending, can_be_recalled,
  tracking_number, detail`;

/** A carrier with a durable journal, idempotent by key, for everybody who has no real one. */
@Injectable()
export class SimulatedCarrier implements Carrier {
  constructor(private readonly world: SimulatedWorld) {}

  async send(request: ParcelRequest, signal: AbortSignal): Promise<unknown> {
    const behaviour = behaviourOf(request.address);
    if (behaviour.fault === 'down') throw new Error('503 the carrier is down');
    let row = await this.enter(request, behaviour);
    if (behaviour.fault === 'reply-lost') return never(signal);
    // It may be cancelled while it waits, so the answer is what the journal says in the end.
    for (let wait = behaviour.slowMs ?? 0; row.pending; wait = 5) {
      await slowly(wait, signal);
      row = (await this.row(request.key))!;
    }
    return answer(request.key, row);
  }

  async find(key: string): Promise<unknown> {
    const row = await this.row(key);
    return row ? answer(key, row) : { outcome: 'not-found', key };
  }

  async cancel(key: string): Promise<unknown> {
    const [row] = await this.world.query<ParcelRow>(
      `insert into simulator.parcels as parcel (key, state, tracking_number, attempts, settles_at, cancelled_at)
       values ($1, 'cancelled', $2, 0, clock_timestamp(), clock_timestamp())
       on conflict (key) do update set state = 'cancelled', cancelled_at = clock_timestamp()
       where parcel.state = 'accepted' and parcel.can_be_recalled
       returning ${COLUMNS}`,
      [key, trackingNumberOf(key)],
    );
    const decided = row ?? (await this.row(key));
    if (decided?.state === 'accepted')
      return { outcome: 'too-late', key, detail: 'the parcel has left the depot' };
    return decided && answer(key, decided);
  }

  /** One statement decides under the key; whatever it did first stays. */
  private async enter(
    { key, shipmentId, orderId, address }: ParcelRequest,
    behaviour: Behaviour,
  ): Promise<ParcelRow> {
    const [row] = await this.world.query<ParcelRow>(
      `insert into simulator.parcels as parcel (key, shipment_id, order_id, country, postal_code, state, detail,
         tracking_number, attempts, settles_at, can_be_recalled)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 1, clock_timestamp() + $9 * interval '1 ms', $10)
       on conflict (key) do update set attempts = parcel.attempts + 1
       returning ${COLUMNS}`,
      [
        key,
        shipmentId,
        orderId,
        address.country,
        address.postalCode,
        behaviour.state,
        behaviour.state === 'refused' ? `the carrier does not deliver to ${address.country}` : null,
        trackingNumberOf(key),
        behaviour.slowMs ?? 0,
        !behaviour.isGone,
      ],
    );
    return row!;
  }

  private async row(key: string): Promise<ParcelRow | undefined> {
    const [row] = await this.world.query<ParcelRow>(
      `select ${COLUMNS} from simulator.parcels where key = $1`,
      [key],
    );
    return row;
  }
}

function answer(key: string, row: ParcelRow): object {
  if (row.pending) return { outcome: 'pending', key };
  switch (row.state) {
    case 'accepted':
      return { outcome: 'accepted', key, carrier: NAME, trackingNumber: row.tracking_number };
    case 'refused':
      return { outcome: 'refused', key, detail: row.detail };
    case 'cancelled':
      return { outcome: 'cancelled', key };
  }
}

const trackingNumberOf = (key: string): string => `SPS${key.replaceAll('-', '').slice(-16).toUpperCase()}`;
