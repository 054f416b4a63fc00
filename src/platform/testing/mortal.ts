/** The process died here. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * The life of one imagined process, which ends at a chosen moment: before or after the effect of a chosen call. From
 * then on nothing it calls has an effect.
 */
export class Life {
  private moments = 0;
  private dead = false;

  /** @param endsAt number of the moment it dies at, from 0; each call has two, before and after its effect */
  constructor(private readonly endsAt = Number.POSITIVE_INFINITY) {}

  /** Whether the chosen moment ever came: a test that walks over all moments is then not yet at the end. */
  get isOver(): boolean {
    return this.dead;
  }

  /** The same object, seen by this process: each asynchronous call is two moments. */
  sees<Thing extends object>(thing: Thing): Thing {
    return new Proxy(thing, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          this.live();
          const result: unknown = await (member as (...given: unknown[]) => unknown).apply(target, args);
          this.live();
          return result;
        };
      },
    });
  }

  private live(): void {
    if (this.moments++ === this.endsAt) this.dead = true;
    if (this.dead) throw new Crash(`the process died at moment ${this.endsAt}`);
  }
}
