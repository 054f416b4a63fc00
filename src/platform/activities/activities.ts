import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { Installation } from '../installation/installation.js';
import { ACTIVITIES, activityOf, type Activity, type Background } from './activity.js';

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
    if (this.wanted.includes('steps')) await this.modules.get(Installation, { strict: false }).enter();
    for (const background of this.wantedProviders()) {
      this.started.push(background);
      await background.start();
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.started.splice(0).map(async (background) => background.stop()));
  }

  private wantedProviders(): Set<Background> {
    const instances = this.discovery.getProviders().map(({ instance }) => instance as object | null);
    return new Set(
      instances.filter((it) => it && this.wanted.includes(activityOf(it)!)) as unknown as Background[],
    );
  }
}
