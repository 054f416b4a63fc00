import { wordsOf } from '../words.mjs';

const options = {
  dev: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  logs: { type: 'boolean', default: false },
  'no-seed': { type: 'boolean', default: false },
  orders: { type: 'boolean', default: false },
  'no-orders': { type: 'boolean', default: false },
};
const HELP = `npm start -- [options]
  --dev        again with every save, log and debugger on the terminal (npm run dev)
  --json       one JSON document a line for each step
  --logs       the log on the terminal, too
  --no-seed    no demo data in an empty database
  --orders     demo orders, also where nobody looks (without: on a terminal only)
  --no-orders  no demo orders
Settings are environment variables or lines of .env: .env.example names them all, PORT and DATABASE_URL first.
What to do next: README.md. Everything else: npm run cli -- --help`;

/** @returns what was asked for; ends the process after help (0), or after what it does not know (2) */
export const askedFor = (args) => wordsOf(HELP, { args, options }).values;
