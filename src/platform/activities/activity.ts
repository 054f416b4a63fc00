import 'reflect-metadata';

/**
 * What a process does by itself, besides answering. A serving instance does all of it; a command of the command line
 * only what it declares, and one that looks does none.
 */
export const everyActivity = [
  /** Hears the log: read models, sagas, the relay to Kafka. */
  'subscriptions',
  /** Does what sagas and rooms owe to the world outside: charges, refunds, parcels. */
  'steps',
  /** Carries on rebuilds of read models. */
  'rebuilds',
  /** Clears away what has served its time. */
  'housekeeping',
  /** What only callers from outside need: live views, limits, topics. */
  'serving',
] as const;

export type Activity = (typeof everyActivity)[number];

/** Injection token of the activities of this process. */
export const ACTIVITIES = Symbol('ACTIVITIES');

/** Work that runs for as long as the process does its activity. */
export interface Background {
  start(): void | Promise<void>;
  /** Only called after `start`. */
  stop(): void | Promise<void>;
}

const KEY = Symbol('activity');

/** Says which activity starts a provider. The only way to begin anything at a start: a process that looks must stay still. */
export const PartOf =
  (activity: Activity) =>
  (target: new (...parts: never[]) => Background): void =>
    Reflect.defineMetadata(KEY, activity, target);

/** The activity of a provider, if it is part of one. */
export const activityOf = (provider: object): Activity | undefined =>
  Reflect.getMetadata(KEY, provider.constructor) as Activity | undefined;
