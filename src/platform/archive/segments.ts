import { Injectable } from '@nestjs/common';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Database } from '../event-store/database.js';
import { SegmentFolder } from './segment-folder.js';

export interface Segment {
  readonly segment: number;
  readonly file: string;
  readonly state: 'writing' | 'verified' | 'archived' | 'restored';
  readonly events: number | null;
  readonly orders: number | null;
  readonly bytes: number | null;
  readonly begunAt: Date;
  /** Whether the file is there, as long as it was. */
  readonly isThere: boolean;
}

const LIST = `
  select segment, file, state, events, orders, bytes, begun_at as "begunAt"
  from platform.segments order by segment`;

/** What lies in files. */
@Injectable()
export class Segments {
  constructor(
    private readonly database: Database,
    readonly folder: SegmentFolder,
  ) {}

  async list(): Promise<Segment[]> {
    const rows = await this.database.query<Omit<Segment, 'isThere'>>(LIST);
    return rows.map((row) => ({
      ...row,
      isThere: sizeOf(path.join(this.folder.path, row.file)) === row.bytes,
    }));
  }
}

const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;
