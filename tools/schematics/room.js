import ts from 'typescript';
import { camel, kebab, partsOf, pascal, spoken, Unusable } from './names.js';
import { create, homeOf, Source } from './source.js';
import { example } from './thing.js';

const usage = 'room <room> [thing]';

/** @type {import('@angular-devkit/schematics').RuleFactory<{ name: string, path?: string }>} */
export default ({ name, path }) =>
  async (tree, { logger }) => {
    const [room] = partsOf(name, 1, usage);
    if (room.includes('-')) throw new Unusable('a room is one word: its folder is named like its schema');
    if (tree.getDir(`src/${room}`).subfiles.length > 0) throw new Unusable(`src/${room} is there already`);
    const file = kebab(path ?? room.replace(/s$/, ''));
    if (isReserved(camel(file)))
      throw new Unusable(`${file} is a word of the language; name the thing: ${usage}`);
    const at = (exported) => homeOf(tree, exported);
    const words = {
      at,
      room,
      file,
      thing: camel(file),
      Thing: pascal(file),
      Room: pascal(room),
      spoken: spoken(file),
    };
    for (const [ending, text] of Object.entries(files(words))) {
      await create(tree, `src/${room}/${ending}`, text);
    }
    await join(tree, words);
    logger.info(
      `Say in .dependency-cruiser.cjs whose doors ${room} opens, and who opens its own. Then: npm run events, npm run contracts`,
    );
  };

const files = (words) => ({
  [`${words.room}.module.ts`]: moduleOf(words),
  'contract.ts': contractOf(words),
  [`${words.file}.commands.ts`]: commandsOf(words),
  [`${words.file}.events.ts`]: eventsOf(words),
  [`${words.file}.state.ts`]: stateOf(words),
  [`${words.file}.decider.ts`]: deciderOf(words),
  [`${words.file}.decider.spec.ts`]: scenariosOf(words),
  [`${words.file}.states.spec.ts`]: statesOf(words),
  [`${words.file}.events.spec.ts`]: goldenOf(words),
  'README.md': readmeOf(words),
});

async function join(tree, { room, file, Room }) {
  const search = new Source(tree, 'src/platform/ops/search.controller.ts');
  search.append(search.variable('kinds').initializer.expression, `'${file}'`);
  await search.write();
  const app = new Source(tree, 'src/app.module.ts');
  app.append(app.variable('rooms').initializer, `${Room}Module`);
  app.import(`${Room}Module`, `./${room}/${room}.module.js`);
  await app.write();
}

const moduleOf = ({ at, file, thing, Thing, Room }) => `
import { Module } from '@nestjs/common';
import { aggregate } from '${at('aggregate')}';
import { registersProblems } from '${at('registersProblems')}';
import { problems } from './contract.js';
import { Create${Thing} } from './${file}.commands.js';
import { create${Thing}, ${thing} } from './${file}.decider.js';

@Module({
  providers: [
    ...aggregate(${thing}, { commands: [[Create${Thing}, create${Thing}]] }),
    registersProblems(problems),
  ],
})
export class ${Room}Module {}
`;

const contractOf = ({ file, Room, spoken: said }) => `
export * from './${file}.commands.js';
export * from './${file}.events.js';

export const problems = {
  '${file}.not-found': {
    status: 404,
    title: 'No such ${said}',
    fix: 'Check the id.',
  },
} as const;
export type ${Room}Problem = keyof typeof problems;
`;

const commandsOf = ({ at, file, thing, Thing, spoken: said }) => `
import { z } from 'zod';
import { uuid } from '../platform/core/schemas.js';
import { command } from '${at('command')}';
import type { ${Thing}State } from './${file}.state.js';

/** What can be asked of ${articled(said)}. */

const ${thing}Id = { ${thing}Id: uuid };

export class Create${Thing} extends command(z.strictObject(${thing}Id))<${Thing}State>() {}
`;

const eventsOf = ({ thing, Thing }) => `
import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { uuid } from '../platform/core/schemas.js';

// The names in here are the storage format.

const ${thing} = z.strictObject({ ${thing}Id: uuid });

export class ${Thing}Created extends event('${Thing}Created', ${thing}) {}
`;

const stateOf = ({ file, Thing }) => `
import { evolving, from } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type * as declared from './${file}.events.js';

/** Everything that may stand in its stream. */
export type ${Thing}Event = EventIn<typeof declared>;

export type ${Thing}State = { readonly status: 'none' } | { readonly status: 'open'; readonly createdAt: string };

export const evolve${Thing} = evolving<${Thing}State, ${Thing}Event>({
  ${Thing}Created: from(['none'], (_, __, at) => ({ status: 'open', createdAt: at })),
});
`;

const deciderOf = ({ room, file, thing, Thing }) => `
import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import type { Create${Thing} } from './${file}.commands.js';
import { ${Thing}Created } from './${file}.events.js';
import * as declared from './${file}.events.js';
import { evolve${Thing}, type ${Thing}Event, type ${Thing}State } from './${file}.state.js';

export const ${thing}: Decider<${Thing}State, ${Thing}Event, '${thing}Id'> = {
  category: '${file}',
  room: '${room}',
  idKey: '${thing}Id',
  events: eventsIn(declared),
  initial: { status: 'none' },
  evolve: evolve${Thing},
  shape: 1,
  notFound: '${file}.not-found',
};

export const create${Thing} =
  ({ data }: Create${Thing}) =>
  (state: ${Thing}State): readonly ${Thing}Event[] =>
    state.status === 'none' ? [new ${Thing}Created(data)] : [];
`;

const scenariosOf = ({ file, thing, Thing, spoken: said }) => `
import { describe, it } from '@jest/globals';
import { by, given } from '../platform/testing/given.js';
import { Create${Thing} } from './${file}.commands.js';
import { create${Thing}, ${thing} } from './${file}.decider.js';
import { ${Thing}Created } from './${file}.events.js';

const ${thing}Id = '${example()}';
const created = new ${Thing}Created({ ${thing}Id });
const create = create${Thing}(new Create${Thing}({ ${thing}Id }, by));

describe('Creating ${articled(said)}', () => {
  it('is recorded', () => given(${thing}).when(create).then(created));
  it('is harmless when repeated', () => given(${thing}, created).when(create).then());
});
`;

const goldenOf = ({ file, thing, Thing }) => `
import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { ${thing} } from './${file}.decider.js';

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden: readonly GoldenRow[] = [
  { type: '${Thing}Created', version: 1, stored: '{"${thing}Id":"${example()}"}' },
];

stillUnderstood(${thing}.events, golden);
`;

const statesOf = ({ room, file, thing, Thing }) => `
import { by } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import { Create${Thing} } from './${file}.commands.js';
import { create${Thing}, ${thing} } from './${file}.decider.js';
import { ${Thing}Created } from './${file}.events.js';

const ${thing}Id = '${example()}';

const statuses = { none: [], open: [new ${Thing}Created({ ${thing}Id })] };
const commands = { Create${Thing}: create${Thing}(new Create${Thing}({ ${thing}Id }, by)) };

holdsStatesTable({ room: '${room}', decider: ${thing}, statuses, commands });
`;

const readmeOf = ({ file, thing, Thing, Room, spoken: said }) => `
# ${Room.replace(/([a-z])([A-Z])/g, '$1 $2')}

What this room is for. One thing, the ${said} (\`${file}-<${thing}Id>\`):

| command ↓ · status → | none | open |
| --- | --- | --- |
| Create${Thing} | → **open** | nothing |

**Publishes** ${Thing}Created. **Asks of others**: nothing.

Decided, and open to better arguments

- Why it is as it is.
`;

const isReserved = (name) => ts.createSourceFile('', `const ${name} = 0;`, 0).parseDiagnostics.length > 0;

const articled = (said) => `${/^[aeiou]/.test(said) ? 'an' : 'a'} ${said}`;
