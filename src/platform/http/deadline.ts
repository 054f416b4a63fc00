import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Rejection } from '../core/rejection.js';
import { within } from '../core/within.js';

/** Nobody waits longer than REQUEST_TIMEOUT_MS for an answer. The work itself goes on: its outcome is unknown, not failed. */
@Injectable()
export class Deadline {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws Rejection `deadline-exceeded` */
  hold<Result>(reply: FastifyReply, work: Promise<Result>): Promise<Result> {
    return within(this.config.REQUEST_TIMEOUT_MS, work, () => {
      reply.header('Connection', 'close');
      return new Rejection('deadline-exceeded', 'no answer in time; the outcome is not known');
    });
  }
}
