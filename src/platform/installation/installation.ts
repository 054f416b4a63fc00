import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../event-store/database.js';
import { MARKS, marksOf, SIMULATOR, type Mark } from './marks.js';
import { refuse } from './refuse-wrong.js';

/** A number of our own: two instances that start at once see each other's marks. */
const markLock = 6_290_417_352;

/** What the database itself knows about how it is run, so that no forgotten variable turns real orders into a demo. */
@Injectable()
export class Installation {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Before anything is started that reaches outside: looks whether this process fits, and leaves its mark.
   *
   * @throws WrongInstallation
   */
  enter(): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [markLock]);
      refuse(await tx.query<Mark>(MARKS), this.config);
      await tx.query(
        `insert into platform.installation (aspect, value)
         select m.aspect, m.value from json_to_recordset($1::json) as m(aspect text, value text)
         on conflict (aspect, value) do update set last_served_at = clock_timestamp()`,
        [JSON.stringify(marksOf(this.config))],
      );
    });
  }

  marks(): Promise<Mark[]> {
    return this.database.query<Mark>(MARKS);
  }

  /**
   * From now on only real services: simulators that have served do not get in again.
   *
   * @returns how many marks were retired
   */
  async handOver(reason: string): Promise<number> {
    const retired = await this.database.query(
      `update platform.installation set retired_at = clock_timestamp(), retired_because = $2
       where value = $1 and retired_at is null returning aspect`,
      [SIMULATOR, reason],
    );
    return retired.length;
  }
}
