import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Rejection } from '../platform/core/rejection.js';

export interface Packed {
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

/** Beside what the sources compile to; `scripts/console.mjs` makes it from `web/`. */
const folder = path.resolve(import.meta.dirname, '..', '..', 'dist', 'web');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** What the browser loads, held in memory: a build that replaces the folder does not disturb who is being served. */
@Injectable()
export class Bundle {
  private files: Promise<ReadonlyMap<string, Packed>> | undefined;

  /** @throws Rejection `not-found` where nothing was built */
  async page(name: 'index.html' | 'asyncapi.html'): Promise<Packed> {
    const page = (await this.load()).get(name);
    if (!page) throw new Rejection('not-found', 'what browsers load is not built: npm run build');
    return page;
  }

  /** @param name as it stands in the shell, with its hash */
  async asset(name: string): Promise<Packed | undefined> {
    return name.endsWith('.html') ? undefined : (await this.load()).get(name);
  }

  private load(): Promise<ReadonlyMap<string, Packed>> {
    this.files ??= read().catch((error: unknown) => {
      this.files = undefined;
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map<string, Packed>();
      throw error;
    });
    return this.files;
  }
}

async function read(): Promise<ReadonlyMap<string, Packed>> {
  const names = await readdir(folder);
  const bytes = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name))] as const)),
  );
  const files = new Map<string, Packed>();
  for (const [name, plain] of bytes) {
    const type = types[path.extname(name)];
    if (type) files.set(name, { type, plain, br: bytes.get(`${name}.br`), gzip: bytes.get(`${name}.gz`) });
  }
  return files;
}
