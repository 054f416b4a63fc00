import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

export const subject = 'Emmett 0.42';

export async function open(url) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const data = (n) => ({ sku: `E-${n}`, quantity: 1, reference: 'bench' });
  return {
    append: (stream, n) => store.appendToStream(stream, [{ type: 'StockReceived', data: data(n) }]),
    appendMany: (stream, from, count) =>
      store.appendToStream(
        stream,
        Array.from({ length: count }, (_, n) => ({ type: 'StockReceived', data: data(from + n) })),
      ),
    fold: async (stream) => {
      const evolve = (onHand, { data: { quantity } }) => onHand + quantity;
      return (await store.aggregateStream(stream, { evolve, initialState: () => 0 })).state;
    },
    close: () => store.close(),
  };
}
