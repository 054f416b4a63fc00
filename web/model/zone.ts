export const zones = ['UTC', 'local'] as const;
export type Zone = (typeof zones)[number];

const format = (timeZone: string | undefined) =>
  // Swedish writes a time as ISO 8601 does, with a space for the T.
  new Intl.DateTimeFormat('sv-SE', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    ...{ second: '2-digit', hourCycle: 'h23', timeZoneName: 'short', ...(timeZone && { timeZone }) },
  });

let chosen: Zone = 'UTC';
let shown = format('UTC');

export const chosenZone = (): Zone => chosen;

export function chooseZone(zone: Zone): void {
  chosen = zone;
  shown = format(zone === 'UTC' ? 'UTC' : undefined);
}

/** `2026-01-01 10:31:07 UTC` */
export const absolute = (at: string): string => shown.format(new Date(at));

/** `10:31 UTC`, of a day that goes without saying. */
export function hour(at: string): string {
  const [, time = '', ...zone] = absolute(at).split(' ');
  return [time.slice(0, 5), ...zone].join(' ');
}

/** `2026-01-01 10:31 UTC` */
export const minute = (at: string): string => `${absolute(at).slice(0, 10)} ${hour(at)}`;
