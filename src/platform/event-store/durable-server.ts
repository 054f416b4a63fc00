import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Database } from './database.js';

const WEAK = `select name from pg_settings
  where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`;

/** In production a server that may forget what it acknowledged is refused at the start, not found out after a crash. */
@Injectable()
export class DurableServer implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'NODE_ENV'>,
    private readonly database: Database,
  ) {}

  /** @throws Error naming the settings that are off */
  async onModuleInit(): Promise<void> {
    if (this.config.NODE_ENV !== 'production') return;
    const weak = await this.database.query<{ name: string }>(WEAK);
    if (weak.length === 0) return;
    const names = weak.map(({ name }) => name).join(', ');
    throw new Error(`PostgreSQL runs with ${names} off: acknowledged orders could be lost. Switch them on.`);
  }
}
