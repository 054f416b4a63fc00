/** A command on a stream that has grown long: its state comes from a snapshot and the events since. */
import { inside } from '../../lib/inside.mjs';
import { filled } from '../../lib/filled.mjs';
import { closedLoop, costed } from '../../lib/measure.mjs';
import { migrated } from '../../lib/migrated.mjs';

export async function longStreams(server, quick) {
  const url = await server.database('bench_long_streams');
  await migrated(url);
  const lengths = quick ? [10, 10_000] : [10, 1_000, 10_000, 100_000];
  for (const length of lengths) await filled(url, `stock-LONG-${length}`, length);
  const app = await inside(url);
  const { CommandBus } = await import('@nestjs/cqrs');
  const { systemContext } = await import('../../../dist/platform/cqrs/command.js');
  const { ReceiveStock } = await import('../../../dist/inventory/stock.commands.js');
  const bus = app.get(CommandBus);
  const measured = [];
  try {
    for (const length of lengths) {
      const command = { sku: `LONG-${length}`, quantity: 1, reference: 'bench' };
      const piece = async () => {
        const began = performance.now();
        await bus.execute(new ReceiveStock(command, systemContext('bench')));
        return { acceptedMs: performance.now() - began };
      };
      // The first one reads the whole stream and leaves a snapshot behind.
      await closedLoop({ count: 10, inFlight: 1, piece });
      const count = quick ? 100 : 500;
      const told = await costed({ server }, () => closedLoop({ count, inFlight: 1, piece }));
      const ratio = told.cpuMs.total / (measured[0] ?? told).cpuMs.total;
      measured.push({ subject: `a command on a stream of ${length} events`, inFlight: 1, ...told, ratio });
    }
  } finally {
    await app.close();
  }
  return measured;
}
