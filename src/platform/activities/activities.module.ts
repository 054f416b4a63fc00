import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Activities } from './activities.js';
import { ACTIVITIES, type Activity } from './activity.js';

/** Makes a process do something by itself. */
@Module({})
export class ActivitiesModule {
  static with(activities: readonly Activity[]): DynamicModule {
    return {
      module: ActivitiesModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [Activities, { provide: ACTIVITIES, useValue: activities }],
      exports: [ACTIVITIES],
    };
  }
}
