import { spawnSync } from 'node:child_process';
import vm from 'node:vm';
import { libraries } from './scripts/jest/libraries.mjs';

// ES modules need a flag of Node that nobody should have to know: `npx jest <file>` starts itself again with it.
if (!('SourceTextModule' in vm)) {
  const argv = ['--experimental-vm-modules', '--no-warnings', ...process.execArgv, ...process.argv.slice(1)];
  process.exit(spawnSync(process.execPath, argv, { stdio: 'inherit' }).status ?? 1);
}

/** ES modules as in production. */
const each = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', ...(await libraries()) },
  // By .swcrc, like what `npm start` runs.
  transform: { '^.+\\.ts$': '@swc/jest' },
};

/** One PostgreSQL for the run, one database for each file that asks for it. */
const database = {
  globalSetup: '<rootDir>/scripts/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/scripts/jest/global-teardown.mjs',
};

const noDatabase = { setupFiles: ['<rootDir>/scripts/jest/no-database.mjs'] };

export default {
  projects: [
    {
      ...each,
      ...noDatabase,
      displayName: 'pure',
      roots: ['<rootDir>/src'],
      testRegex: '\\.spec\\.ts$',
      // Of the buses a rule needs nothing but the classes of what is asked, and all of them take half a second to load.
      moduleNameMapper: {
        ...each.moduleNameMapper,
        '^@nestjs/cqrs$': '<rootDir>/node_modules/@nestjs/cqrs/dist/classes/index.js',
      },
    },
    // The sources themselves, and laws that hold across the rooms.
    { ...each, ...noDatabase, displayName: 'house', roots: ['<rootDir>/test'], testRegex: '\\.spec\\.ts$' },
    { ...each, ...database, displayName: 'database', testRegex: '\\.(int-spec|e2e-spec)\\.ts$' },
    { ...each, ...database, displayName: 'kafka', testRegex: '\\.kafka-spec\\.ts$' },
  ],
  testSequencer: '<rootDir>/scripts/jest/longest-first.mjs',
  // One more than the cores of a small machine: suites of whole processes wait for half of their time.
  maxWorkers: 3,
  // After dozens of files a worker needs a while to give its memory back; half a second is not a leak.
  workerGracefulExitTimeout: 10_000,
  testTimeout: 60_000,
};
