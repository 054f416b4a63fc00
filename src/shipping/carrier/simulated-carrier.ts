import { Injectable } from '@nestjs/common';
import { never, SimulatedWorld, slowly } from '../../platform/outside/simulated-world.js';
import type { Address } from '../vocabulary.js';
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
  key: string;
  state: 'accepted' | 'refused' | 'cancelled';
  pending: boolean;
  can_be_recalled: boolean;
  tracking_number: string;
  detail: string | null;
}

const COLUMNS = `key, state, state = 'accepted' and settles_at > clock_timestamp() as pending, can_be_recalled,
  tracking_number, detail`;

interface Entry {
  readonly key: string;
  readonly shipmentId: string;
  readonly orderId: string;
  readonly country: string;
  readonly postalCode: string;
  readonly state: Behaviour['state'];
  readonly detail: string | null;
  readonly trackingNumber: string;
  readonly slowMs: number;
  readonly canBeRecalled: boolean;
}

/** Decides under the key; whatever it did first stays. In the order of keys, so that no two wait for each other. */
const ENTER = `
  insert into simulator.parcels as parcel (key, shipment_id, order_id, country, postal_code, state, detail,
    tracking_number, attempts, settles_at, can_be_recalled)
  select key, "shipmentId", "orderId", country, "postalCode", state, detail, "trackingNumber", 1,
    clock_timestamp() + "slowMs" * interval '1 ms', "canBeRecalled"
  from json_to_recordset($1::json) as r(key uuid, "shipmentId" uuid, "orderId" uuid, country text,
    "postalCode" text, state text, detail text, "trackingNumber" text, "slowMs" int, "canBeRecalled" boolean)
  order by key
  on conflict (key) do update set attempts = parcel.attempts + 1
  returning ${COLUMNS}`;

/** A carrier with a durable journal, idempotent by key, for everybody who has no real one. */
@Injectable()
export class SimulatedCarrier implements Carrier {
  private readonly entered: (entry: Entry) => Promise<ParcelRow>;

  constructor(private readonly world: SimulatedWorld) {
    this.entered = world.together('enter-parcels', ENTER);
  }

  async send(request: ParcelRequest, signal: AbortSignal): Promise<unknown> {
    const behaviour = behaviourOf(request.address);
    const isDown = behaviour.fault === 'down' || (await this.world.rehearses('carrier-down'));
    if (isDown) throw new Error('503 the carrier is down');
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

  private enter(request: ParcelRequest, behaviour: Behaviour): Promise<ParcelRow> {
    const { key, shipmentId, orderId, address } = request;
    const { country, postalCode } = address;
    return this.entered({
      key,
      shipmentId,
      orderId,
      country,
      postalCode,
      state: behaviour.state,
      detail: behaviour.state === 'refused' ? `the carrier does not deliver to ${country}` : null,
      trackingNumber: trackingNumberOf(key),
      slowMs: behaviour.slowMs ?? 0,
      canBeRecalled: !behaviour.isGone,
    });
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
