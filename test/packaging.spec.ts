import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { settings } from '../src/platform/settings.js';

const read = (file: string) => readFileSync(file, 'utf8');
const instructions = read('Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line));
const lastStage = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM')));
const argumentsOf = (name: string, from = instructions) =>
  from.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

describe('Dockerfile', () => {
  it('builds in stages from one exact image', () => {
    const image = argumentsOf('ARG').find((line) => line.startsWith('NODE_IMAGE='));
    expect(image).toMatch(/^NODE_IMAGE=node:20\.\d+\.\d+-[a-z]+-slim@sha256:[0-9a-f]{64}$/);
    expect(argumentsOf('FROM').every((line) => line.startsWith('${NODE_IMAGE}'))).toBe(true);
    expect(argumentsOf('FROM').length).toBeGreaterThan(1);
  });

  it('runs as a numeric account that is not root, and owns nothing in the image', () => {
    expect(argumentsOf('USER', lastStage)).toEqual(['10001:10001']);
    expect(lastStage.some((line) => /--chown|chmod|sudo/.test(line))).toBe(false);
    expect(lastStage.findIndex((line) => line.startsWith('USER'))).toBeLessThan(
      lastStage.findIndex((line) => line.startsWith('CMD')),
    );
  });

  it('starts node itself, so that SIGTERM reaches it, and says when it is well', () => {
    expect(argumentsOf('CMD', lastStage)).toEqual(['["node", "dist/main.js"]']);
    expect(argumentsOf('HEALTHCHECK', lastStage).join()).toContain('/health/live');
  });

  it('ships no tools, no scripts of packages and no secrets', () => {
    for (const install of argumentsOf('RUN').filter((line) => line.startsWith('npm ci'))) {
      expect(install).toContain('--ignore-scripts');
    }
    expect(argumentsOf('COPY', lastStage).join('\n')).not.toMatch(/\.env|COPY \. /);
    expect(argumentsOf('ENV').join('\n')).not.toMatch(/SECRET|PASSWORD|TOKEN|_KEY|DATABASE_URL/);
    expect(argumentsOf('ADD')).toEqual([]);
  });

  it('copies only what is there and what .dockerignore lets through', () => {
    const admitted = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = argumentsOf('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(/\s+/).slice(0, -1));
    for (const source of sources) {
      expect(existsSync(source)).toBe(true);
      expect(admitted).toContain(source);
    }
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });
});

it('npm run build finds in the image what it runs', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { build: string } };
  const run = [...scripts.build.matchAll(/node (scripts\/\S+)/g)].map(([, file]) => file!);
  const needed = run.flatMap((file) =>
    [...read(file).matchAll(/^import .* from '\.\/([^']+)'/gm)].map(([, name]) => `scripts/${name}`),
  );
  const copied = argumentsOf('COPY').flatMap((line) => line.split(/\s+/));
  expect(run.length).toBeGreaterThan(1);
  for (const file of [...run, ...needed]) expect(copied).toContain(file);
});

it('npm run migrate needs nothing at first that is not in the image', () => {
  const statics = [...read('scripts/migrate.mjs').matchAll(/^import .* from '([^']+)'/gm)].map(
    ([, from]) => from!,
  );
  const ours = statics.filter((from) => !from.startsWith('node:'));
  const copied = argumentsOf('COPY').flatMap((line) => line.split(/\s+/));
  for (const from of ours) {
    expect(copied).toContain(from.replace(/^\.\//, 'scripts/'));
    expect(read('.dockerignore').split('\n')).toContain(from.replace(/^\.\//, '!scripts/'));
  }
});

interface Service {
  readonly image?: string;
  readonly environment: Record<string, string | number>;
  readonly ports?: string[];
  readonly healthcheck?: object;
  readonly depends_on?: Record<string, { condition: string }>;
  readonly volumes?: string[];
  readonly [option: string]: unknown;
}

describe('docker-compose.yml', () => {
  const { services, volumes } = load(read('docker-compose.yml')) as {
    services: Record<'postgres' | 'kafka' | 'migrate' | 'waybill' | 'worker', Service>;
    volumes: Record<string, null>;
  };

  it('has PostgreSQL, Kafka in KRaft mode and the application, with a worker for who asks for one', () => {
    expect(Object.keys(services)).toEqual(['postgres', 'kafka', 'migrate', 'waybill', 'worker']);
    expect(services.worker).toMatchObject({ profiles: ['split'], ports: [] });
    expect([services.waybill, services.worker].map(({ environment }) => environment['ROLE'])).toEqual([
      '${ROLE:-all}',
      'worker',
    ]);
    expect(services.postgres.image).toMatch(/^postgres:\d+\.\d+-bookworm@sha256:[0-9a-f]{64}$/);
    expect(services.kafka.image).toMatch(/^apache\/kafka:\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
    expect(services.kafka.environment['KAFKA_PROCESS_ROLES']).toBe('broker,controller');
    expect(services.kafka.environment).not.toHaveProperty('KAFKA_ZOOKEEPER_CONNECT');
  });

  it('waits for each server to be well before the application starts', () => {
    expect(services.postgres.healthcheck).toBeDefined();
    expect(services.kafka.healthcheck).toBeDefined();
    expect(services.waybill.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      kafka: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    });
  });

  it('gives the application settings that exist', () => {
    for (const name of Object.keys(services.waybill.environment))
      expect(Object.keys(settings)).toContain(name);
  });

  it('holds no secret and publishes to this machine only', () => {
    for (const { environment, ports = [] } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/SECRET|PASSWORD/.test(name)) expect(value).toMatch(/^\$\{[A-Z_]+:\?/);
      }
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
    expect(services.waybill.environment['DATABASE_URL']).toMatch(/:\$\{POSTGRES_PASSWORD:\?/);
  });

  it('keeps data in declared volumes and the application on a read-only disk without privileges', () => {
    const used = Object.values(services).flatMap((service) => service.volumes ?? []);
    expect(used.map((volume) => volume.split(':')[0])).toEqual(Object.keys(volumes));
    expect(services.waybill).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });
});

describe('package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it.each(Object.entries(scripts))('npm run %s is understood by cmd as by sh', (_, line) => {
    // Single quotes, variables, and what only one of the two has.
    expect(line).not.toMatch(/'|\$|%|`|;|^\w+=|\\(?!")/);
    expect(line.replace(/^exec /, '').split(/\s+/)[0]).toMatch(
      /^(node|npm|nest|tsc|eslint|prettier|depcruise)$/,
    );
  });
});

/**
 * A shell that stays in between dies of Ctrl-C at once, and npm with it, while Waybill is still draining. sh gives its place
 * away with exec; cmd finds a file of that name in this folder, which runs what follows.
 */
it('no shell stands between npm and a program that has to be stopped in order', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const name of ['start', 'dev', 'test', 'cli', 'repl', 'kafka', 'chaos'])
    expect(scripts[name]).toMatch(/^exec node /);
  expect(read('exec.cmd')).toBe('@%*\r\n');
});

it('npx jest works as it stands, without flags, as the page for whoever changes this says', () => {
  const [, suite] = /^npx jest (\S+)/m.exec(read('docs/README.md'))!;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/jest/bin/jest.js', suite!, '--selectProjects', 'pure'],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  expect([status, stderr]).toEqual([0, expect.stringMatching(/Tests: +\d+ passed/)]);
}, 180_000);

it('takes no address of a file for its path, in which a space is %20', () => {
  const files = spawnSync('git', ['ls-files', '*.ts', '*.mjs', '*.js'], { encoding: 'utf8' }).stdout;
  const mistaken = /pathname[^;]*import\.meta\.(url|resolve)|import\.meta\.(url|resolve)[^;]*\.pathname/;
  const found = files.split('\n').filter((file) => file && mistaken.test(read(file)));
  expect(found.filter((file) => file !== 'test/packaging.spec.ts')).toEqual([]);
}, 20_000);

it('no code of the program asks for its address, which in a bundle is that of the bundle', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  );
  expect(files.filter((file) => read(`src/${file}`).includes('import.meta.url'))).toEqual([]);
});

describe('what others run and look at', () => {
  it('CI does what .ci/run says, on every Node that is promised, and may only read', () => {
    const { jobs, permissions } = load(read('.github/workflows/ci.yml')) as {
      jobs: { check: { strategy: { matrix: { node: string[] } }; steps: { run?: string }[] } };
      permissions: object;
    };
    expect(jobs.check.steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
    expect(jobs.check.strategy.matrix.node).toEqual(['20.19', '22', '24']);
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('editors and containers start what there is', () => {
    const { configurations } = JSON.parse(read('.vscode/launch.json')) as {
      configurations: { program?: string }[];
    };
    for (const { program = '${workspaceFolder}/package.json' } of configurations)
      expect(existsSync(program.replace('${workspaceFolder}/', ''))).toBe(true);
    const { forwardPorts, build } = JSON.parse(read('.devcontainer/devcontainer.json')) as {
      forwardPorts: number[];
      build: { dockerfile: string };
    };
    expect(forwardPorts).toEqual([3000, 9229]);
    const [, shipped] = /^ARG NODE_IMAGE=(.+)$/m.exec(read('Dockerfile'))!;
    expect(read(`.devcontainer/${build.dockerfile}`)).toContain(`FROM ${shipped}\n`);
  });

  it('the bill of materials names everything that is shipped', () => {
    const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', shell: true });
    const { bomFormat, components } = JSON.parse(stdout) as {
      bomFormat: string;
      components: { name: string; version: string }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
    expect(
      Object.entries(dependencies).filter(([name, version]) => !listed.has(`${name}@${version}`)),
    ).toEqual([]);
  });

  it('the index of the documents leads to every room', () => {
    const index = read('docs/README.md');
    const rooms = readdirSync('src').filter((name) => existsSync(`src/${name}/README.md`));
    expect(rooms.filter((room) => !index.includes(`../src/${room}/README.md`))).toEqual([]);
  });
});
