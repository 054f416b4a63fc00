import 'reflect-metadata';
import type { Config } from '../config.js';

/**
 * What a process does by itself, besides answering. An instance does what its role says; a command of the command line
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
  /** Takes records from Kafka, and looks after the topics. */
  'consuming',
  /** Listens on a port, be it only to say how it is: limits. */
  'listening',
  /** What only callers of the API need: live views. */
  'serving',
] as const;

export type Activity = (typeof everyActivity)[number];

/** What an instance does by its ROLE. */
export const activitiesOfRole: Readonly<Record<Config['ROLE'], readonly Activity[]>> = {
  all: everyActivity,
  api: ['listening', 'serving'],
  worker: everyActivity.filter((activity) => activity !== 'serving'),
};

/** Injection token of the activities of this process. */
export const ACTIVITIES = Symbol('ACTIVITIES');

/** Work that runs for as long as the process does its activity. */
export interface Background {
  start(): void | Promise<void>;
  /** Only called after `start`. */
  stop(): void | Promise<void>;
}

const KEY = Symbol('activity');

/**
 * Says which activities start a provider, each alone being enough. The only way to begin anything at a start: a process
 * that looks must stay still.
 */
export const PartOf =
  (...activities: readonly Activity[]) =>
  (target: new (...parts: never[]) => Background): void =>
    Reflect.defineMetadata(KEY, activities, target);

/** The activities that a provider is part of. */
export const activitiesOf = (provider: object): readonly Activity[] =>
  (Reflect.getMetadata(KEY, provider.constructor) as readonly Activity[] | undefined) ?? [];
