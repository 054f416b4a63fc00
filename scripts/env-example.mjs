/** Writes `.env.example` from the settings the program knows; run it after a build. */
import fs from 'node:fs';
import path from 'node:path';
import { envExample } from '../dist/platform/config.js';

fs.writeFileSync(path.join(import.meta.dirname, '..', '.env.example'), envExample());
