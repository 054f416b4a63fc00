import { Injectable } from '@nestjs/common';
import type { CommandClass } from '../core/saga-table.js';
import type { Saga } from './saga.js';

/** The sagas of the loaded rooms, by name. */
@Injectable()
export class SagaRegistry {
  private readonly sagas = new Map<string, Saga>();

  add(saga: Saga): void {
    this.sagas.set(saga.name, saga);
  }

  /** @throws Error for a saga no loaded room declares */
  get(name: string): Saga {
    const saga = this.sagas.get(name);
    if (!saga) throw new Error(`no room declares the saga ${name}`);
    return saga;
  }

  /** @throws Error for a command that no version of the saga's table sends */
  command(saga: string, name: string): CommandClass {
    const declared = this.get(saga).commands.get(name);
    if (!declared) throw new Error(`the saga ${saga} sends no ${name}`);
    return declared;
  }

  /** `<saga>:<table version>` of everything this program can lead on. */
  get tables(): readonly string[] {
    return this.all().flatMap(({ name, versions }) => versions.map((version) => `${name}:${version}`));
  }

  /** The names of all commands that the sagas of this program send. */
  get commands(): readonly string[] {
    return [...new Set(this.all().flatMap(({ commands }) => [...commands.keys()]))];
  }

  all(): readonly Saga[] {
    return [...this.sagas.values()];
  }
}
