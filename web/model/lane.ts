import type { Fulfilment, Step } from '../api/types.js';

export interface Node {
  readonly name: string;
  readonly state: Step['state'] | 'waiting' | 'stuck';
  readonly attempts: number;
  readonly detail?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

const names = ['reserve', 'pay', 'ship'];

/** The way there, with the steps that are still to come, and the way back as far as it was gone. */
export function laneOf({ steps, troubles }: Fulfilment): { forward: readonly Node[]; back: readonly Node[] } {
  const nodeOf = (step: Step): Node => {
    const { name, direction, attempts, detail, startedAt, endedAt } = step;
    const isStuck =
      step.state !== 'done' &&
      troubles.some((trouble) => trouble.step === name && trouble.direction === direction);
    return {
      ...{ name, attempts, startedAt, state: isStuck ? 'stuck' : step.state },
      ...(detail && { detail }),
      ...(endedAt && { endedAt }),
    };
  };
  const latest = (name: string, direction: Step['direction']) =>
    steps.filter((step) => step.name === name && step.direction === direction).at(-1);
  const forward = names.map((name): Node => {
    const step = latest(name, 'forward');
    return step ? nodeOf(step) : { name, state: 'waiting', attempts: 0 };
  });
  const back = names
    .toReversed()
    .flatMap((name) => latest(name, 'compensate') ?? [])
    .map(nodeOf);
  return { forward, back };
}

export const stateInWords: Readonly<Record<Node['state'], string>> = {
  waiting: 'not begun',
  started: 'under way',
  done: 'done',
  failed: 'failed',
  unknown: 'outcome unknown',
  stuck: 'needs a person',
};
