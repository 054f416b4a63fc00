import { Injectable, type InjectionToken, type Provider } from '@nestjs/common';
import type { Actor } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import type { ThingFilter } from './contract.js';

export interface Telling {
  readonly actor: Actor;
  readonly reason: string;
  /** The same for the same thing of the same operation, however often it is tried. */
  readonly commandId: string;
  readonly operation: string;
}

/** A verb that can be told to many things, each as if it were told alone. */
export interface BulkVerb {
  /** As it is recorded: `saga.retry` ... */
  readonly verb: string;
  /** Whether it cannot be taken back. */
  readonly isFinal: boolean;
  /** Which things are meant, oldest first. */
  things(filter: ThingFilter, limit: number): Promise<readonly string[]>;
  /** Throws what it would be refused with. */
  look(object: string, actor: Actor): Promise<void>;
  tell(object: string, telling: Telling): Promise<unknown>;
}

/** Every verb that can be told to many. */
@Injectable()
export class BulkVerbs {
  private readonly verbs = new Map<string, BulkVerb>();

  add(verb: BulkVerb): void {
    this.verbs.set(verb.verb, verb);
  }

  /** @throws Rejection `operation.unknown-verb` */
  get(name: string): BulkVerb {
    const verb = this.verbs.get(name);
    if (verb) return verb;
    const verbs = [...this.verbs.keys()].sort();
    throw new Rejection('operation.unknown-verb', `${name.slice(0, 64)} is told to one thing at a time`, {
      verbs,
    });
  }
}

/** A line of a module with verbs that can be told to many: `toldToMany({ inject: [Desk], useFactory: (desk) => [...] })`. */
export const toldToMany = (factory: {
  readonly inject: readonly InjectionToken[];
  useFactory(...dependencies: never[]): readonly BulkVerb[];
}): Provider => ({
  provide: Symbol('verbs told to many'),
  inject: [BulkVerbs, ...factory.inject],
  useFactory: (verbs: BulkVerbs, ...dependencies: never[]) => {
    const told = factory.useFactory(...dependencies);
    for (const verb of told) verbs.add(verb);
    return told;
  },
});
