import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Config } from '../config.js';
import type { Database } from '../event-store/database.js';
import { eventually } from '../testing/eventually.js';
import { Pressure } from './pressure.js';
import type { Traffic } from './traffic.js';

const config = { SHED_EVENT_LOOP_MS: 300, SHED_IN_FLIGHT: 10, SHED_POOL_WAIT_MS: 100 } as Config;

describe('An event loop', () => {
  const pressure = new Pressure(config, { inFlight: 0 } as Traffic, { waiting: 0 } as Database);
  afterEach(() => pressure.stop());

  it('of which each turn lasts longer than a window is too late, and is forgotten when it runs again', async () => {
    pressure.start();
    expect(pressure.overload).toBeUndefined();
    for (let turn = 0; turn < 4; turn++) {
      for (const end = performance.now() + 900; performance.now() < end;);
      pressure.overload;
      await setImmediate();
    }
    expect(pressure.eventLoopDelayMs).toBeGreaterThan(300);
    expect(pressure.overload).toBe('event-loop');
    await eventually(() => pressure.overload === undefined);
  });
});
