import { Global, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { needsAttention } from '../ops/attention.js';
import { registersProblems } from '../problems.js';
import { DrillsController } from './drills.controller.js';
import { Drills, problems, runningDrills } from './drills.js';
import { EffectRunner } from './effects.js';
import { EffectStore, heldEffects } from './effect-store.js';
import { Parties } from './parties.js';
import { Poison } from './poison.js';

/** Everybody outside, and what is done there: `performs(...)` in a room's module adds an effect. */
@Global()
@Module({
  controllers: [DrillsController],
  providers: [
    Drills,
    registersProblems(problems),
    needsAttention({ inject: [Database], useFactory: runningDrills }),
    EffectRunner,
    EffectStore,
    Parties,
    Poison,
    needsAttention({ inject: [Database], useFactory: heldEffects }),
  ],
  exports: [EffectRunner, Parties, Poison],
})
export class OutsideModule {}
