import { camel, kebab, partsOf, pascal, snake, spoken, Unusable } from './names.js';
import { create, homeOf, isCallOf, property, Source } from './source.js';
import { firstEvent, idSchema, literal, thingIn, thingsOf } from './thing.js';

const usage = 'read-model <room>/<model> [thing]';

/** @type {import('@angular-devkit/schematics').RuleFactory<{ name: string, path?: string }>} */
export default ({ name, path }) =>
  async (tree, { logger }) => {
    const [room, asked] = partsOf(name, 2, usage);
    const things = thingsOf(tree, room);
    if (!path && things.length > 1)
      throw new Unusable(`of which thing? npm run generate ${usage}: ${things.join(', ')}`);
    const thing = thingIn(tree, room, path ? kebab(path) : things[0]);
    const model = {
      ...{ room, file: kebab(asked), table: snake(asked), class: pascal(asked), constant: camel(asked) },
      ...{ title: spoken(asked), number: nextMigration(tree) },
      ...{ key: thing.idKey, keyColumn: snake(thing.idKey) },
      at: (exported) => homeOf(tree, exported),
      isFirst: tree.getDir(`src/${room}/migrations`).subfiles.length === 0,
      keyType: idSchema(tree, thing.idKey).schema === 'uuid' ? 'uuid' : 'text',
    };
    await create(tree, `src/${room}/${model.file}.ts`, modelOf(thing, model));
    await create(
      tree,
      `src/${room}/${model.file}.int-spec.ts`,
      specOf(thing, model, firstEvent(tree, room, thing)),
    );
    const migration = `src/${room}/migrations/${model.number}-${model.file}.ts`;
    await create(tree, migration, migrationOf(model));
    await register(tree, room, model);
    logger.info(
      `Say in ${model.file}.ts what a row holds and what each event does to it; the migration makes the table.`,
    );
  };

/** One more than the newest of all rooms. */
function nextMigration(tree) {
  let newest = 0;
  tree.getDir('src').visit((path) => {
    const number = /\/migrations\/(\d{13})-[^/]+\.ts$/.exec(path)?.[1];
    if (number) newest = Math.max(newest, Number(number));
  });
  return newest + 1;
}

const modelOf = (thing, model) => `
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, PrimaryColumn, Repository } from 'typeorm';
import { defineReadModel } from '${model.at('defineReadModel')}';
import { ${thing.name} } from '${thing.deciderModule}';
import type { ${thing.eventType} } from '${thing.state.from}';

@Entity({ schema: '${model.room}', name: '${model.table}' })
export class ${model.class}Row {
  @PrimaryColumn('${model.keyType}', { name: '${model.keyColumn}' }) ${model.key}: string;
  @Column('int') events: number;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}

export const ${model.constant} = defineReadModel<${model.class}Row>({
  name: '${model.room}.${model.file}',
  entity: ${model.class}Row,
  shape: 1,
  events: ${thing.name}.events,
  keys: ({ event }) => [(event as ${thing.eventType}).data.${model.key}],
  project: (row, { occurredAt }, ${model.key}) => ({
    ${model.key},
    events: (row?.events ?? 0) + 1,
    changedAt: new Date(occurredAt),
  }),
});

/** The newest first. */
export class List${model.class} extends Query<readonly ${model.class}Row[]> {
  constructor(readonly limit = 100) {
    super();
  }
}

@QueryHandler(List${model.class})
export class List${model.class}Handler implements IQueryHandler<List${model.class}> {
  constructor(@InjectRepository(${model.class}Row) private readonly rows: Repository<${model.class}Row>) {}

  execute({ limit }: List${model.class}): Promise<readonly ${model.class}Row[]> {
    return this.rows.find({ order: { changedAt: 'desc', ${model.key}: 'desc' }, take: limit });
  }
}
`;

const specOf = (thing, model, { type, data }) => `
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { systemContext } from '${model.at('systemContext')}';
import { projects } from '${model.at('projects')}';
import { testDatabase, type TestDatabase } from '${model.at('testDatabase')}';
import { startInstance, type Instance } from '${model.at('startInstance')}';
import { ${thing.name} } from '${thing.deciderModule}';
import { ${type} } from '${thing.events.from}';
import { List${model.class}, List${model.class}Handler, ${model.constant}, ${model.class}Row } from './${model.file}.js';

const ${model.key} = '${data[model.key]}';
const begun = new ${type}(${literal(data, model.key)});

describe('The read model ${model.title}', () => {
  let db: TestDatabase;
  let waybill: Instance;
  beforeAll(async () => {
    db = await testDatabase();
    const providers = [projects(${model.constant})];
    const entities = [${model.class}Row];
    waybill = await startInstance(db.url, { providers, entities, knows: ${thing.name}.events });
  });
  afterAll(async () => {
    await waybill.stop();
    await db.drop();
  });

  it('has a row for each ${spoken(thing.name)}', async () => {
    const by = systemContext('spec');
    const { position } = await waybill.store.execute(${thing.name}, ${model.key}, by, () => [begun]);
    expect(await waybill.progress.waitFor(${model.constant}.name, position, 5_000)).toBe(true);
    const rows = waybill.module.get(DataSource).getRepository(${model.class}Row);
    const shown = await new List${model.class}Handler(rows).execute(new List${model.class}());
    expect(shown).toEqual([{ ${model.key}, events: 1, changedAt: new Date(by.at) }]);
  });
});
`;

const migrationOf = (model) => `
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${model.class}${model.number} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    ${model.isFirst ? `await runner.query(\`create schema ${model.room}\`);` : ''}
    await runner.query(\`
      create table ${model.room}.${model.table} (
        ${model.keyColumn} ${model.keyType} primary key,
        events int not null,
        changed_at timestamptz(3) not null
      )\`);
    await runner.query(\`create index ${model.table}_newest on ${model.room}.${model.table} (changed_at desc, ${model.keyColumn} desc)\`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
`;

async function register(tree, room, model) {
  const file = tree.getDir(`src/${room}`).subfiles.find((one) => one.endsWith('.module.ts'));
  const module = new Source(tree, `src/${room}/${file}`);
  const [parts] = module.find(isCallOf('Module')).arguments;
  const imports = property(parts, 'imports');
  if (imports) module.append(imports, `readModel(${model.constant})`);
  else module.insert(parts.properties[0].getStart(), `imports: [readModel(${model.constant})],\n`);
  const providers = property(parts, 'providers');
  // What the room registers comes last.
  const last = providers.elements.find((one) => isCallOf('registersProblems')(one));
  if (last) module.insert(last.getStart(), `List${model.class}Handler,\n`);
  else module.append(providers, `List${model.class}Handler`);
  module.import(model.constant, `./${model.file}.js`);
  module.import(`List${model.class}Handler`, `./${model.file}.js`);
  module.import('readModel', model.at('readModel'));
  await module.write();
}
