/** Who may import whom (docs/architecture.md). `test/boundaries.spec.ts` shows each law failing on a planted violation. */

const { readdirSync } = require('node:fs');

/** Whose door a room may open; who is not named opens none. One that is not used is closed again. */
const doors = {
  orders: ['catalog'],
  payments: ['wallet'],
  returns: ['orders', 'inventory', 'payments'],
  fulfilment: ['orders', 'inventory', 'payments', 'shipping', 'notifications'],
  notifications: ['orders', 'payments', 'returns'],
  analytics: ['orders', 'inventory', 'payments'],
  customers: ['orders', 'fulfilment', 'notifications', 'returns', 'shipping', 'wallet'],
  history: ['orders', 'inventory', 'payments', 'shipping', 'fulfilment', 'returns'],
};
/** Every folder of src is a room, so none can escape the laws. */
const rooms = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['platform', 'cli'].includes(entry.name))
  .map(({ name }) => name);
const anyRoom = `^src/(${rooms.join('|')})/`;
/** What knows a client library of Kafka. */
const adapters = '^src/platform/kafka/(kafkajs|platformatic)[^/]*[.]ts$';

const pure = '(\\.(events|decider|saga)\\.ts$)|(^src/platform/core/)';
const io = [
  'assert',
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'fs',
  'http',
  'http2',
  'https',
  'net',
  'os',
  'process',
  'stream',
  'timers',
  'tls',
  'worker_threads',
];

const doorRules = rooms.map((room) => ({
  name: `door-of-${room}`,
  comment: `${room} may open the door of: ${(doors[room] ?? []).join(', ') || 'nobody'}; more in \`const doors\` of .dependency-cruiser.cjs`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: anyRoom, pathNot: `^src/(${[room, ...(doors[room] ?? [])].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...doorRules,
    {
      name: 'only-the-door',
      comment: "another room's contract.ts is the only file of it that may be imported",
      severity: 'error',
      from: { path: anyRoom },
      to: { path: anyRoom, pathNot: ['^src/$1/', '^src/[^/]+/contract\\.ts$'] },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'the kernel could be lifted out as a package',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: [anyRoom, '^src/cli/', '^src/[^/]+\\.ts$'], pathNot: '^src/migrations\\.ts$' },
    },
    {
      name: 'only-tests-know-all-migrations',
      comment: 'the list of migrations names every room',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/testing/', '^src/[^/]+\\.ts$', '^src/cli/'] },
      to: { path: '^src/migrations\\.ts$' },
    },
    {
      name: 'rooms-do-not-look-up',
      comment: 'the application is made of rooms, not the other way round',
      severity: 'error',
      from: { path: anyRoom },
      to: { path: ['^src/cli/', '^src/(main|app\\.module)\\.ts$'] },
    },
    {
      name: 'pure-files-know-no-framework',
      comment: 'events, deciders, sagas and the core run without Nest, TypeORM, pg, Kafka or RxJS',
      severity: 'error',
      from: { path: pure },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|kafkajs|@platformatic|rxjs|fastify|@fastify|pino)/' },
    },
    {
      name: 'pure-files-do-no-io',
      comment: 'no clock, disk, network or process in a rule',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'], path: `^(node:)?(${io.join('|')})(/|$)` },
    },
    {
      name: 'the-core-knows-only-itself',
      comment:
        'platform/core is plain TypeScript; node:crypto and uuidv7 make its ids, zod says what data is made of',
      severity: 'error',
      from: { path: '^src/platform/core/' },
      to: { pathNot: ['^src/platform/core/', '^(node:)?crypto$', 'node_modules/(uuidv7|zod)/'] },
    },
    {
      name: 'no-cycles',
      comment:
        'neither of two files that need each other can be read, or moved, alone; with decorators they do not load',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'the-store-knows-no-door',
      comment:
        'what is answered, and to whom, is no business of the log; what must commit with events comes in as rows',
      severity: 'error',
      from: { path: '^src/platform/event-store/' },
      to: { path: '^src/platform/(http|kafka|ops|sagas|read-models|subscriptions|outside)/' },
    },
    {
      name: 'kafka-libraries-are-loaded-on-demand',
      comment:
        'behind two ports, and only where there is a cluster: import() the adapter in platform/kafka/chosen-client.ts',
      severity: 'error',
      from: { path: '^src/', pathNot: adapters },
      to: {
        path: [adapters, 'node_modules/(kafkajs|@platformatic/kafka)/'],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'shipped-code-needs-no-tool',
      comment: 'what is installed with --omit=dev must run',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/testing/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'testing-is-not-shipped',
      comment: 'platform/testing is left out of the build',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/testing/' },
      to: { path: ['^src/platform/testing/', '^test/', '^scripts/'] },
    },
    {
      name: 'the-page-knows-only-the-api',
      comment: 'web/ runs in a browser and can do what anybody can do from outside',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|test|scripts)/' },
    },
    {
      name: 'the-server-knows-no-page',
      comment: 'it serves what was built from web/, whatever that is',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    {
      name: 'every-room-has-its-place',
      comment:
        'a room whose module nobody imports would do nothing: add it to `const rooms` in src/app.module.ts',
      severity: 'error',
      from: {},
      module: { path: '^src/[^/]+/[^/]+\\.module\\.ts$', numberOfDependentsLessThan: 1 },
    },
    {
      name: 'every-import-resolves',
      comment: 'a law cannot be checked on what is not found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(spec|int-spec|e2e-spec)\\.ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
