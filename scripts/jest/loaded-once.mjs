/**
 * A test runner that loads the program and its libraries once for each worker instead of once for each file: that is
 * two thousand modules, and most of the time of a small suite. What a test file may change of its own (its modules
 * and helpers, the runner's state, the environment variables, the console) is new for each file, as it always was.
 */
import runner from 'jest-circus/runner';

const { default: circus } = runner;

const kept = new Map();

/** As Jest calls any runner: the configurations, then where the file runs, then the file and who hears of it. */
export default function run(...given) {
  const [globalConfig, config, environment, runtime, ...file] = given;
  if (globalConfig.watch || globalConfig.watchAll || globalConfig.collectCoverage) return circus(...given);
  if (!kept.has(config.id)) kept.set(config.id, keep(environment, runtime));
  const { variables, ...those } = kept.get(config.id);
  renew(those, runtime, environment);
  return circus(globalConfig, config, those.environment, those.runtime, ...file).finally(() => {
    those.runtime.restoreAllMocks();
    restore(those.environment.global.process.env, variables);
  });
}

/** The first file's, never torn down. */
function keep(environment, runtime) {
  runtime.teardown = () => undefined;
  environment.teardown = () => Promise.resolve();
  return { environment, runtime, variables: { ...environment.global.process.env } };
}

/** A module that has thrown is not loaded again, and takes with it whoever needs it. */
const isBroken = ({ registries }) =>
  [...registries.esModuleRegistry.values()].some(({ status }) => status === 'errored');

const ofTests = /\/(test|testing)\/|spec\.ts$|^@jest\/globals/;

function renew({ environment, runtime }, own, { global }) {
  const { esModuleRegistry, internalModuleRegistry } = runtime.registries;
  for (const name of esModuleRegistry.keys()) if (ofTests.test(name)) esModuleRegistry.delete(name);
  for (const name of internalModuleRegistry.keys())
    if (name.includes('/jest-circus/')) internalModuleRegistry.delete(name);
  delete environment.global[Symbol.for('EVENT_HANDLERS')];
  environment.global.console = global.console;
  const places = own.getSourceMaps();
  for (const [file, map] of runtime.getSourceMaps()) places.set(file, map);
  runtime.transformCache.sourceMaps = places;
}

function restore(variables, original) {
  for (const name of Object.keys(variables)) if (!(name in original)) delete variables[name];
  Object.assign(variables, original);
}
