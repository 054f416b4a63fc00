interface Depth {
  readonly everyMs: number;
  readonly marginMs: number;
}

const EVER_MS = 3e12;

/**
 * What lies before the last look has been claimed, or is dead: dead entries stay in the index while anybody holds a
 * snapshot. Only what was committed late is hidden there, so most looks go back over the time of a usual commit, some
 * over that of a slow one, and a few over everything, which also finds what a turned back clock has hidden.
 */
const DEPTHS: readonly Depth[] = [
  { everyMs: 0, marginMs: 100 },
  { everyMs: 1_000, marginMs: 2_000 },
  { everyMs: 60_000, marginMs: EVER_MS },
];
/** A deep look waits so many times as long as the last one took. */
const REST = 50;

interface Seen {
  readonly lookedAt: number;
  readonly upTo: number;
  readonly tookMs: number;
}

const nothing: Seen = { lookedAt: -Infinity, upTo: -Infinity, tookMs: 0 };

/** A look that is about to be taken. */
export interface Look {
  readonly at: number;
  readonly depth: number;
  readonly backMs: number;
}

/** How far back a claim must look in one queue, so that its cost does not depend on what was done. */
export class QueueLooks {
  private readonly seen: Seen[] = DEPTHS.map(() => nothing);

  next(now: number): Look {
    const depth = DEPTHS.findLastIndex(({ everyMs }, at) => {
      const { lookedAt, tookMs } = this.seen[at]!;
      return now - lookedAt >= Math.max(everyMs, at > 0 ? tookMs * REST : 0);
    });
    const backMs = now - this.seen[depth]!.upTo + DEPTHS[depth]!.marginMs;
    return { at: now, depth, backMs: Math.min(backMs, EVER_MS) };
  }

  /** @param leftMs before its own time until when it has seen all; 0 when it found less than it could take */
  taken({ at, depth }: Look, { leftMs, tookMs }: { leftMs: number; tookMs: number }): void {
    const upTo = at - leftMs;
    for (let each = 0; each <= depth; each++) {
      const own = each === depth ? tookMs : this.seen[each]!.tookMs;
      this.seen[each] = { lookedAt: at, upTo, tookMs: own };
    }
  }
}
