import { once } from 'node:events';

export default async function globalTeardown() {
  const watchdog = globalThis.waybillTestServer;
  if (!watchdog || watchdog.exitCode !== null) return;
  const gone = once(watchdog, 'exit');
  watchdog.stdin.end();
  await gone;
}
