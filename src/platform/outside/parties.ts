import { Injectable } from '@nestjs/common';
import type { Outside } from './outside.js';

/** Everybody outside whom the rooms ask, by the name under which sagas know them. */
@Injectable()
export class Parties {
  private readonly parties = new Map<string, Outside>();

  add(party: Outside): Outside {
    this.parties.set(party.name, party);
    return party;
  }

  get(name: string): Outside | undefined {
    return this.parties.get(name);
  }

  all(): readonly Outside[] {
    return [...this.parties.values()];
  }
}
