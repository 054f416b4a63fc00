import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { Installation } from '../installation/installation.js';
import { ACTIVITIES, activitiesOf, type Activity, type Background } from './activity.js';

/** Starts what is part of the activities of this process, and stops what it has started. */
@Injectable()
export class Activities implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly started: Background[] = [];

  constructor(
    @Inject(ACTIVITIES) private readonly wanted: readonly Activity[],
    private readonly discovery: DiscoveryService,
    private readonly modules: ModuleRef,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.reachesOutside) await this.modules.get(Installation, { strict: false }).enter();
    for (const background of this.wantedProviders()) {
      this.started.push(background);
      await background.start();
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.started.splice(0).map(async (background) => background.stop()));
  }

  /** By its steps, or by what it lets callers do. */
  private get reachesOutside(): boolean {
    return this.wanted.includes('steps') || this.wanted.includes('serving');
  }

  private wantedProviders(): Set<Background> {
    const instances = this.discovery.getProviders().map(({ instance }) => instance as object | null);
    const isWanted = (it: object) => activitiesOf(it).some((activity) => this.wanted.includes(activity));
    return new Set(instances.filter((it) => it && isWanted(it)) as unknown as Background[]);
  }
}
