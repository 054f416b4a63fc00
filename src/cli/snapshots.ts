import { setTimeout as sleep } from 'node:timers/promises';
import { SnapshotRebuilder } from '../platform/snapshots/snapshot-rebuilder.js';
import { SnapshotRebuilds, type SnapshotRebuild } from '../platform/snapshots/snapshot-rebuilds.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import type { Progress, Terminal } from './terminal.js';
import { actor, withWaybill, writes, type Waybill } from './waybill.js';

const LOOK_EVERY_MS = 500;

/** Goes on with the one that was interrupted, if there is one. @throws Failure when it failed or was stopped */
export async function rebuildSnapshots(reason: string, terminal: Terminal): Promise<ExitCode> {
  const { id, state, done, skipped, events, error } = await withWaybill(writes, async (waybill) => {
    const [newest] = await waybill.get(SnapshotRebuilds).list(1);
    const isOpen = newest?.state === 'running';
    const { id } = isOpen ? newest : await waybill.get(SnapshotRebuilder).request(actor, reason);
    return follow(waybill, id, terminal);
  });
  if (state === 'stopped') {
    throw new Failure(EXIT.conflict, 'an operator stopped it; the same command again goes on');
  }
  if (state === 'failed') throw new Failure(EXIT.failed, `snapshots could not be rebuilt: ${error}`);
  terminal.result({ id, done, skipped, events, error }, () => `${done} streams, ${events} events`);
  if (skipped > 0) throw new Failure(EXIT.failed, `${skipped} streams cannot be folded: ${error}`);
  return EXIT.ok;
}

/** Works on it here, or watches whoever does. */
async function follow(waybill: Waybill, id: string, terminal: Terminal): Promise<SnapshotRebuild> {
  const rebuilder = waybill.get(SnapshotRebuilder);
  let progress: Progress | undefined;
  const tell = ({ done, total }: SnapshotRebuild) => {
    if (total === null) return;
    progress ??= terminal.progress('snapshots', total);
    progress.advance(done);
  };
  try {
    for (;;) {
      waybill.signal.throwIfAborted();
      await rebuilder.perform(waybill.signal, tell);
      const now = await rebuilder.progress(id);
      tell(now);
      if (now.state !== 'running') return now;
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    progress?.done();
  }
}
