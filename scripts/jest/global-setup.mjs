/** One throw-away PostgreSQL and one folder for a run of Jest; where they are reaches the workers by the environment. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export default async function globalSetup() {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'waybill-test-'));
  fs.chmodSync(folder, 0o755);
  const watchdog = fork(
    path.join(import.meta.dirname, 'watchdog.mjs'),
    [folder, process.env.WAYBILL_TEST_POSTGRES_BIN ?? ''],
    {
      detached: true,
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
    },
  );
  const died = once(watchdog, 'exit').then(() => [{ error: 'the test database ended before it was up' }]);
  const [{ url, error }] = await Promise.race([once(watchdog, 'message'), died]);
  if (error) throw new Error(error);
  process.env.WAYBILL_TEST_SERVER = url;
  process.env.WAYBILL_TEST_FOLDER = folder;
  globalThis.waybillTestServer = watchdog;
}
