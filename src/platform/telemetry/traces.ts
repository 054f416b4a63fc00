import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../config.js';
import type { CommandContext } from '../cqrs/command.js';
import { isTracing, traced, under } from '../tracing/tracing.js';
import { ownVersion } from './own-version.js';

type Asked = ICommand & { readonly by?: CommandContext };

/** Begins and ends tracing with the application. Where it is off, nothing of it is loaded and nothing is wrapped. */
@Injectable()
export class Traces implements OnModuleInit, OnApplicationShutdown {
  private end: () => Promise<void> = () => Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'OTEL_EXPORTER_OTLP_ENDPOINT'>,
    private readonly bus: CommandBus,
  ) {}

  async onModuleInit(): Promise<void> {
    const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = this.config;
    if (endpoint !== undefined) {
      const { exportSpans } = await import('../tracing/otel.js');
      this.end = exportSpans(endpoint, ownVersion());
    }
    if (isTracing()) traceCommands(this.bus);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.end();
  }
}

/** Each command is a span, and whatever it leads to belongs to that. */
function traceCommands(bus: CommandBus): void {
  const execute = bus.execute.bind(bus) as (asked: Asked, ...rest: unknown[]) => Promise<unknown>;
  const traceable = (asked: Asked, ...rest: unknown[]): Promise<unknown> =>
    traced(
      () => ({
        name: asked.constructor.name,
        kind: 'internal',
        parent: asked.by,
        attributes: { 'waybill.command.id': asked.by?.commandId },
      }),
      (span) => {
        if (!asked.by || !span) return execute(asked, ...rest);
        return execute(
          Object.assign(Object.create(Object.getPrototypeOf(asked) as object) as Asked, asked, {
            by: under(asked.by, span),
          }),
          ...rest,
        );
      },
    );
  Object.assign(bus, { execute: traceable });
}
