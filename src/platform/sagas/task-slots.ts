import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Parties } from '../outside/parties.js';

/** How much this process takes on at once, for each party outside and for steps that ask nobody (the empty name). */
@Injectable()
export class TaskSlots {
  private readonly busy = new Map<string, number>();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'SAGA_CONCURRENCY'>,
    private readonly parties: Parties,
  ) {}

  take(party: string): void {
    this.busy.set(party, (this.busy.get(party) ?? 0) + 1);
  }

  giveBack(party: string): void {
    this.busy.set(party, (this.busy.get(party) ?? 0) - 1);
  }

  /** How much more may be taken on. */
  room(party: string): number {
    const limit = this.parties.get(party)?.room ?? this.config.SAGA_CONCURRENCY;
    return limit - (this.busy.get(party) ?? 0);
  }

  /** Those for whom more may be taken on, and how much. */
  rooms(): Map<string, number> {
    const all = this.names.map((party) => [party, this.room(party)] as const);
    return new Map(all.filter(([, room]) => room > 0));
  }

  /** Whether somebody has no slot left. */
  get isShort(): boolean {
    return this.names.some((party) => this.room(party) <= 0);
  }

  /** Told the name of a party that was away and answers again. */
  onAnswersAgain(listener: (party: string) => void): void {
    for (const party of this.parties.all()) party.onAnswersAgain(() => listener(party.name));
  }

  private get names(): readonly string[] {
    return ['', ...this.parties.all().map(({ name }) => name)];
  }
}
