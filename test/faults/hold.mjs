/**
 * Runs before the application (`node --import`): loads its code, then waits for its settings as one line of JSON on
 * stdin. So the successor of a process that is about to be killed is at hand. Ends with whoever holds the other end.
 */
import { createInterface } from 'node:readline';

const code = import('../../dist/serve.js');
const lines = createInterface({ input: process.stdin });
const settings = await new Promise((resolve) => {
  lines.once('line', resolve);
  lines.once('close', () => process.exit(1));
});
await code;
Object.assign(process.env, JSON.parse(settings));

// A machine whose clock is wrong; timers and performance.now are right there too.
const aheadMs = Number(process.env.TEST_CLOCK_AHEAD_MS ?? 0);
if (aheadMs !== 0) {
  const RightDate = Date;
  globalThis.Date = class Date extends RightDate {
    constructor(...args) {
      super(...(args.length === 0 ? [RightDate.now() + aheadMs] : args));
    }
    static now() {
      return RightDate.now() + aheadMs;
    }
  };
}
