/**
 * `npm run clients [-- go java python]`: makes clients of contracts/openapi.json with openapi-generator, builds them, and
 * places an order with each on the Waybill that runs here, or on one of its own. Says NOT RUN where a tool is missing;
 * exit code 1 when a client fails, and in CI also when one could not be tried.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './start/build.mjs';
import { visit } from './demo/server.mjs';
import { wordsOf } from './words.mjs';

const GENERATOR = '7.14.0';
const artifact = 'org.openapitools:openapi-generator-cli';
const jar = path.join(
  os.homedir(),
  '.m2/repository/org/openapitools/openapi-generator-cli',
  GENERATOR,
  `openapi-generator-cli-${GENERATOR}.jar`,
);
const STEP_MS = 600_000;

/** What each takes: its tools, the generator's options, and how it is built and run in the folder of the client. */
const languages = {
  go: {
    needs: ['go'],
    options: ['--git-host', 'example.com', '--git-user-id', 'waybill', '--git-repo-id', 'client'],
    program: ['go/place_order.go', 'cmd/order/main.go'],
    steps: [['go', 'run', './cmd/order']],
  },
  java: {
    needs: [],
    options: ['--library', 'native'],
    program: ['java/PlaceOrder.java', 'PlaceOrder.java'],
    steps: [
      ['mvn', '-q', '-Dmaven.test.skip=true', 'package', 'dependency:copy-dependencies'],
      ['java', '-cp', ['target/classes', 'target/dependency/*'].join(path.delimiter), 'PlaceOrder.java'],
    ],
  },
  python: {
    needs: ['python3'],
    options: [],
    program: ['python/place_order.py', 'place_order.py'],
    steps: [
      ['python3', '-m', 'venv', '.venv'],
      ['.venv/bin/python', '-m', 'pip', 'install', '-q', '.'],
      ['.venv/bin/python', 'place_order.py'],
    ],
  },
};

const has = (tool) => !spawnSync(tool, ['--help'], { stdio: 'ignore' }).error;
const missingOf = (tools) => tools.filter((tool) => !has(tool));

function run([program, ...args], cwd, env = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: STEP_MS,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${program} ${args[0] ?? ''}:\n${said.slice(-4_000)}`)),
    );
  });
}

async function placeOrder(name, visited, folder) {
  const { options, program, steps } = languages[name];
  const client = path.join(folder, name);
  const contract = path.join(root, 'contracts', 'openapi.json');
  const generate = ['java', '-jar', jar, 'generate', '-i', contract, '-g', name, '-o', client];
  await run([...generate, '--skip-validate-spec', ...options], folder);
  const [from, to] = program;
  fs.mkdirSync(path.dirname(path.join(client, to)), { recursive: true });
  fs.copyFileSync(path.join(root, 'examples', 'clients', from), path.join(client, to));
  const env = {
    WAYBILL_URL: visited.url,
    WAYBILL_TOKEN: visited.tokens.customer,
    WAYBILL_CUSTOMER: visited.customerId,
  };
  let said = '';
  for (const step of steps) said = await run(step, client, env);
  if (!/^[0-9a-f-]{36} shipped\n404/m.test(said)) throw new Error(`no order was shipped:\n${said}`);
  return said.split('\n')[0];
}

const { positionals: asked } = wordsOf(`npm run clients [-- ${Object.keys(languages).join(' ')}]`, {
  allowPositionals: true,
  mistakeIn: (_, names) => {
    const unknown = names.filter((name) => !(name in languages));
    return unknown.length > 0 ? `there is no client in ${unknown.join(', ')}` : undefined;
  },
});
const names = asked.length > 0 ? asked : Object.keys(languages);
const cannot = missingOf(['java', 'mvn']);
if (cannot.length > 0) {
  console.log(`NOT RUN: ${cannot.join(' and ')}, which openapi-generator needs, are not here`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
}
if (!fs.existsSync(jar))
  await run(['mvn', '-q', 'dependency:get', `-Dartifact=${artifact}:${GENERATOR}`], root);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waybill-clients-'));
const visited = await visit(console.log);
try {
  for (const name of names) {
    const missing = missingOf(languages[name].needs);
    const told = missing.length
      ? `NOT RUN: ${missing.join(' and ')} not here`
      : await placeOrder(name, visited, folder).catch((error) => error);
    const isBad = told instanceof Error || (missing.length > 0 && process.env.CI === 'true');
    if (isBad) process.exitCode = 1;
    console.log(`${name}: ${told instanceof Error ? `FAILED: ${told.message}` : told}`);
  }
} finally {
  await visited.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
