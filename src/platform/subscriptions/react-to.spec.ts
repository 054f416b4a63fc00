import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '../event-store/recorded.js';
import { Counted } from '../testing/tally.js';
import { reactTo } from './react-to.js';

const recorded = (position: number, stream: string): Recorded => ({
  ...{ position, stream, version: position, id: `id-${position}`, commandId: 'c', schemaVersion: 1 },
  ...{ event: new Counted({ by: position }), metadata: { actor: 'a', correlationId: 'c', causationId: 'c' } },
  ...{ occurredAt: '2026-01-01T00:00:00Z', recordedAt: '2026-01-01T00:00:00Z' },
});
const batch = [recorded(1, 'a'), recorded(2, 'b'), recorded(3, 'a'), recorded(4, 'c')];

describe('Reactions to a page', () => {
  const underWay = () => {
    const ends = new Map<number, (failure?: Error) => void>();
    const begun: number[] = [];
    const react = ({ position }: Recorded) =>
      new Promise<void>((resolve, reject) => {
        begun.push(position);
        ends.set(position, (failure) => (failure ? reject(failure) : resolve()));
      });
    return { begun, react, end: (position: number, failure?: Error) => ends.get(position)!(failure) };
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('begin together, and those of one stream one after the other', async () => {
    const { begun, react, end } = underWay();
    const all = reactTo(batch, react);
    await turn();
    expect(begun).toEqual([1, 2, 4]);
    end(1);
    await turn();
    expect(begun).toEqual([1, 2, 4, 3]);
    for (const position of [2, 3, 4]) end(position);
    await all;
  });

  it('fail with the first of them, when none is under way any more and none has come after a failed one', async () => {
    const { begun, react, end } = underWay();
    let failed: unknown;
    const all = reactTo(batch, react).catch((error: unknown) => (failed = error));
    await turn();
    end(4, new Error('the last'));
    end(1, new Error('the first'));
    await turn();
    expect(failed).toBeUndefined();
    end(2);
    await all;
    expect(failed).toEqual(new Error('the first'));
    expect(begun).toEqual([1, 2, 4]);
  });
});
