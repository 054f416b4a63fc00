import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';

const LOOK_EVERY_MS = 20;

/** How far a subscription has come, for readers that must see their own write. */
@Injectable()
export class ModelProgress {
  constructor(private readonly database: Database) {}

  /**
   * @param name of the subscription, for example `orders.order-list`
   * @param position global position that must be reached
   * @param ms the longest wait, in milliseconds
   * @returns whether it was reached in time
   */
  async waitFor(name: string, position: number, ms: number): Promise<boolean> {
    const until = performance.now() + ms;
    for (;;) {
      if ((await this.positionOf(name)) >= position) return true;
      if (performance.now() >= until) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  private async positionOf(name: string): Promise<number> {
    const [row] = await this.database.query<{ position: number }>(
      'select position from platform.subscriptions where name = $1',
      [name],
    );
    return row?.position ?? 0;
  }
}
