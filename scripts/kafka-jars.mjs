// Finds, or fetches once, what a Kafka broker is made of: Java 17 and the published Maven artefacts.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pom = join(dirname(fileURLToPath(import.meta.url)), '..', 'tools', 'kafka', 'pom.xml');
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

export const versions = ['4.2.0', '3.9.2'];

const cache = () =>
  process.env.WAYBILL_KAFKA_CACHE ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'waybill');

/** @returns {Promise<string | undefined>} a `java` of version 17 or newer */
export async function findJava() {
  const candidates = [process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin', 'java'), 'java'].filter(
    Boolean,
  );
  for (const java of candidates) {
    const told = await run(java, ['-version']).catch(() => undefined);
    const major = Number(/version "(\d+)/.exec(told?.stderr ?? '')?.[1]);
    if (major >= 17) return java;
  }
  return undefined;
}

export const jarsOf = (version) => join(cache(), `kafka-${version}`);

export const hasJars = (version) => existsSync(join(jarsOf(version), `kafka_2.13-${version}.jar`));

export const hasMaven = () =>
  run('mvn', ['-v']).then(
    () => true,
    () => false,
  );

/** Fetches the jars of a version into the cache; a fetch that is cut off leaves nothing half done behind. */
export async function fetchJars(version) {
  const target = jarsOf(version);
  await mkdir(cache(), { recursive: true });
  const fresh = await mkdtemp(`${target}.`);
  try {
    const args = ['-q', '-B', '-f', pom, `-Dkafka.version=${version}`, copyDependencies];
    await run('mvn', [...args, '-DincludeScope=runtime', `-DoutputDirectory=${fresh}`], { timeout: 600_000 });
    if ((await readdir(fresh)).length === 0) throw new Error('Maven copied no jar');
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return target;
}

const hasDocker = () =>
  run('docker', ['info'], { timeout: 5000 }).then(
    () => true,
    () => false,
  );

/**
 * Where a broker can come from on this machine.
 *
 * @param {string} version such as 4.2.0
 * @param {{own?: boolean}} [options] own: leave out a broker that was given, to start one of our own
 * @returns {Promise<{kind: 'given', brokers: string} | {kind: 'jars' | 'maven', java: string} | {kind: 'docker'}
 *   | {kind: 'none', reason: string}>}
 */
export async function detect(version, { own = false } = {}) {
  if (!own && process.env.KAFKA_BROKERS) return { kind: 'given', brokers: process.env.KAFKA_BROKERS };
  const java = await findJava();
  if (java && hasJars(version)) return { kind: 'jars', java };
  if (java && (await hasMaven())) return { kind: 'maven', java };
  if (await hasDocker()) return { kind: 'docker' };
  const missing = java ? 'Maven to fetch Kafka with' : 'Java 17 or newer';
  return { kind: 'none', reason: `KAFKA_BROKERS is empty, and there is neither ${missing} nor Docker here` };
}
