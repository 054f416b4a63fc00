import type { Config } from '../config.js';

type Aspect = 'environment' | 'payment-gateway' | 'carrier';

/** How a database has been served: one for each kind of environment, gateway and carrier that a serving instance had. */
export interface Mark {
  readonly aspect: Aspect;
  readonly value: string;
  readonly firstServedAt: Date;
  readonly lastServedAt: Date;
  /** Handed over to real services; it must not come back. */
  readonly retiredAt: Date | null;
  readonly retiredBecause: string | null;
}

/** The settings of an instance that count here. */
export type Serving = Pick<Config, 'NODE_ENV' | 'PAYMENT_GATEWAY' | 'CARRIER' | 'AUTH_DEMO_TOKENS'>;

export const SIMULATOR = 'simulator';

export const MARKS = `select aspect, value, first_served_at as "firstServedAt", last_served_at as "lastServedAt",
    retired_at as "retiredAt", retired_because as "retiredBecause"
  from platform.installation order by first_served_at, aspect, value`;

const outside = {
  'payment-gateway': { setting: 'PAYMENT_GATEWAY', did: 'taken payments' },
  carrier: { setting: 'CARRIER', did: 'moved parcels' },
} as const;

/** What an instance with these settings leaves behind. */
export const marksOf = ({
  NODE_ENV,
  PAYMENT_GATEWAY,
  CARRIER,
}: Serving): Pick<Mark, 'aspect' | 'value'>[] => [
  { aspect: 'environment', value: NODE_ENV },
  { aspect: 'payment-gateway', value: PAYMENT_GATEWAY },
  { aspect: 'carrier', value: CARRIER },
];

/** Why an instance with these settings must not serve a database with these marks: sentences for whoever started it. */
export function objections(marks: readonly Mark[], serving: Serving): string[] {
  const found: string[] = [];
  const production = marks.find(({ aspect, value }) => aspect === 'environment' && value === 'production');
  if (production && serving.NODE_ENV !== 'production' && serving.AUTH_DEMO_TOKENS) {
    found.push(
      `This database has been served in production (since ${day(production)}): demo identities do not get in. Set AUTH_DEMO_TOKENS=false, or another DATABASE_URL.`,
    );
  }
  for (const [aspect, { setting, did }] of Object.entries(outside)) {
    const of = marks.filter((mark) => mark.aspect === aspect);
    const real = of.find(({ value }) => value !== SIMULATOR);
    const simulated = of.find(({ value }) => value === SIMULATOR);
    const wanted = serving[setting];
    if (wanted === SIMULATOR && (real ?? simulated?.retiredAt)) {
      const who = real
        ? `${setting}=${real.value} has ${did} of this database (since ${day(real)})`
        : 'This database was handed over to real services';
      found.push(`${who}: a simulator does not get in. Set ${setting} as it was, or another DATABASE_URL.`);
    }
    if (wanted !== SIMULATOR && simulated && !simulated.retiredAt) {
      found.push(
        `A simulator has ${did} of this database (since ${day(simulated)}), and ${setting}=${wanted} would go on from there. If that is meant: npm run cli -- installation hand-over --reason "..."; no simulator gets in afterwards.`,
      );
    }
  }
  return found;
}

const day = ({ firstServedAt }: Mark): string => firstServedAt.toISOString().slice(0, 10);
