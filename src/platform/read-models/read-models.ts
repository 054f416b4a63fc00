import { Injectable } from '@nestjs/common';
import type { Projector } from './projector.js';

/** Every read model of the program. */
@Injectable()
export class ReadModels {
  private readonly projectors = new Map<string, Projector>();

  add(projector: Projector): void {
    this.projectors.set(projector.model.name, projector);
  }

  get(name: string): Projector | undefined {
    return this.projectors.get(name);
  }

  all(): readonly Projector[] {
    return [...this.projectors.values()];
  }
}
