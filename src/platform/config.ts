import { z } from 'zod';
import { demandOfKafka } from './kafka-settings.js';
import { demandOfPayments } from './payment-settings.js';
import { settings, type SettingName } from './settings.js';
import { isGuessable, isWeakHash } from './weak-secrets.js';
import { isWithoutTls, type Setting } from './setting-kinds.js';

/** All settings, checked, under the names of their environment variables. */
export type Config = { readonly [Name in SettingName]: z.output<(typeof settings)[Name]['schema']> };

/** Injection token of the {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/** sysexits.h EX_CONFIG: what supervisors take as "do not try again before somebody has changed something". */
export const exitCodeOfWrongSettings = 78;

type Environment = Readonly<Record<string, string | undefined>>;
interface Complaint {
  readonly name: SettingName;
  readonly expected: string;
}

/** Every wrong setting at once; the message is a table for a terminal. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';

  constructor(
    message: string,
    readonly settings: readonly SettingName[],
  ) {
    super(message);
  }
}

/** A command line takes no tokens, and asks no gateway by itself; then the rules about those say nothing. */
export type Purpose = 'serving' | 'on-the-command-line';

/**
 * @param env environment variables; an empty one counts as absent
 * @throws WrongSettings naming all that is wrong, never showing a secret
 */
export function readConfig(env: Environment, purpose: Purpose = 'serving'): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const complaints: Complaint[] = [];
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const [name, setting] of Object.entries(settings) as [SettingName, Setting][]) {
    const read = setting.schema.safeParse(given[name]);
    if (read.success) values[name] = read.data;
    else complaints.push({ name, expected: setting.expected });
  }
  const named = new Set(complaints.map((complaint) => complaint.name));
  // A rule over several settings says nothing about one that is already known to be wrong.
  const rules = purpose === 'serving' ? contradictions(values as Config) : [];
  complaints.push(...rules.filter((complaint) => !named.has(complaint.name)));
  if (complaints.length > 0) {
    throw new WrongSettings(
      table(complaints, given),
      complaints.map(({ name }) => name),
    );
  }
  return Object.freeze(values) as Config;
}

function contradictions(config: Config): Complaint[] {
  const found: Complaint[] = [];
  const demand = (right: boolean, name: SettingName, expected: string) =>
    right || found.push({ name, expected });
  const production = config.NODE_ENV === 'production';
  const brokers = config.KAFKA_BROKERS ?? [];
  if (!config.AUTH_JWKS_URL) {
    demand(Boolean(config.AUTH_JWT_SECRET), 'AUTH_JWT_SECRET', 'at least 32 bytes, or set AUTH_JWKS_URL');
  }
  for (const name of ['PAYMENT_GATEWAY', 'CARRIER'] as const) {
    demand(!(production && config[name] === 'simulator'), name, 'not the simulator in production');
    demand(config[name] !== 'kafka' || brokers.length > 0, 'KAFKA_BROKERS', `set, because ${name} is kafka`);
  }
  if (production) {
    demand(!config.AUTH_DEMO_TOKENS, 'AUTH_DEMO_TOKENS', 'false in production');
    demand(!isGuessable(config.AUTH_JWT_SECRET ?? ''), 'AUTH_JWT_SECRET', 'random in production');
    const areGuessable = config.PERSONAL_DATA_KEY?.some(isGuessable) ?? false;
    demand(!areGuessable, 'PERSONAL_DATA_KEY', 'random in production');
    const isWeak = (config.AUTH_API_KEYS ?? []).some(({ sha256 }) => isWeakHash(sha256));
    demand(!isWeak, 'AUTH_API_KEYS', 'hashes of random keys in production');
    demand(!isWithoutTls(config.AUTH_JWKS_URL), 'AUTH_JWKS_URL', 'https in production');
  }
  const isNobody = config.NOTIFY_FROM?.endsWith('.invalid>') ?? false;
  demand(!(config.NOTIFY_SMTP_URL && isNobody), 'NOTIFY_FROM', 'an address of yours, because mails are sent');
  demandOfKafka(config, demand, production);
  demandOfPayments(config, demand, production);
  demand(
    config.SAGA_RETRY_CAP_MS >= config.SAGA_RETRY_BASE_MS,
    'SAGA_RETRY_CAP_MS',
    'at least SAGA_RETRY_BASE_MS',
  );
  return found;
}

function table(complaints: readonly Complaint[], given: Environment): string {
  const shown = ({ name }: Complaint) => {
    const value = given[name];
    if (value === undefined) return 'nothing';
    if ((settings[name] as Setting).secret) return `(hidden, ${value.length} characters)`;
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 37)}...` : value);
  };
  const rows = [
    ['SETTING', 'GIVEN', 'EXPECTED', 'EXAMPLE'],
    ...complaints.map((it) => [it.name, shown(it), it.expected, settings[it.name].example]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const count = complaints.length === 1 ? 'One setting is' : `${complaints.length} settings are`;
  return [`${count} wrong; .env.example explains them all.`, '', ...lines, ''].join('\n');
}

/** The settings of this process, or the table on stderr and exit code 78. */
export function configOrExit(env: Environment = process.env): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(exitCodeOfWrongSettings);
  }
}

/** The text of `.env.example`: every setting with its default, all of them commented out. */
export function envExample(): string {
  const rows = (Object.entries(settings) as [SettingName, Setting][]).map(([name, setting]) => {
    const standard = setting.schema.safeParse(undefined);
    const value = standard.success ? written(standard.data) : '';
    return `# ${setting.about}\n# expected: ${setting.expected}; for example: ${setting.example}\n#${name}=${value}\n`;
  });
  return [
    '# Settings of Waybill. Copy to .env, or set them in the environment, which wins. Empty means the default.\n',
    ...rows,
  ].join('\n');
}

const written = (value: unknown): string => (value === undefined ? '' : [value].flat().join(','));
