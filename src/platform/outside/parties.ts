import { Injectable } from '@nestjs/common';
import type { ExternalService } from './external-service.js';

/** Everybody outside whom the rooms ask, by the name under which sagas know them. */
@Injectable()
export class Parties {
  private readonly parties = new Map<string, ExternalService>();

  add(party: ExternalService): ExternalService {
    this.parties.set(party.name, party);
    return party;
  }

  get(name: string): ExternalService | undefined {
    return this.parties.get(name);
  }

  all(): readonly ExternalService[] {
    return [...this.parties.values()];
  }
}
