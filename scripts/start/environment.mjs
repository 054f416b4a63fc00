/** What the environment says, checked, and what it means on this machine. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Unusable } from '../postgres-binaries.mjs';
import { root } from './build.mjs';
import { ownSecret } from './demo.mjs';

/** The settings, checked before anything is started, and what they mean here. */
export async function checkedEnvironment() {
  const { exitCodeOfWrongSettings, readConfig } = await import('../../dist/platform/config.js');
  const { loadDotEnv } = await import('../../dist/platform/dot-env.js');
  loadDotEnv();
  const variables = { ...process.env };
  const isSet = (name) => Boolean(variables[name]?.trim());
  const dataDir = path.resolve(root, isSet('WAYBILL_DATA_DIR') ? variables.WAYBILL_DATA_DIR : '.data');
  const isOwnDatabase = !isSet('DATABASE_URL');
  const production = variables.NODE_ENV === 'production';
  if (!isSet('AUTH_DEMO_TOKENS')) variables.AUTH_DEMO_TOKENS = String(!production);
  const needsSecret = !isSet('AUTH_JWT_SECRET') && !isSet('AUTH_JWKS_URL');
  const placeholder = { DATABASE_URL: 'postgres://127.0.0.1/waybill' };
  const standIn = needsSecret ? { AUTH_JWT_SECRET: randomBytes(36).toString('base64') } : {};
  let config;
  try {
    config = readConfig({ ...variables, ...(isOwnDatabase ? placeholder : {}), ...standIn });
  } catch (error) {
    if (error.name !== 'WrongSettings') throw error;
    throw Object.assign(new Unusable(error.message), { exitCode: exitCodeOfWrongSettings });
  }
  makeDataDir(dataDir);
  if (needsSecret) variables.AUTH_JWT_SECRET = ownSecret(dataDir);
  variables.WAYBILL_DATA_DIR = dataDir;
  return {
    variables,
    config,
    dataDir,
    isOwnDatabase,
    isPortGiven: isSet('PORT'),
    isLogLevelGiven: isSet('LOG_LEVEL'),
    secret: variables.AUTH_JWT_SECRET,
  };
}

function makeDataDir(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch (error) {
    throw new Unusable(
      `The data folder ${dataDir} cannot be used (${error.code}). Set WAYBILL_DATA_DIR to one that can.`,
    );
  }
}
