import ts from 'typescript';
import { kebab, partsOf, pascal, spoken, Unusable } from './names.js';
import { isCallOf, property, Source } from './source.js';

const usage = 'saga-step <step> <room>/<Command>/<GoodEvent>/<BadEvent>';
const saga = 'src/fulfilment/fulfilment.saga';

/** @type {import('@angular-devkit/schematics').RuleFactory<{ name: string, path?: string }>} */
export default ({ name, path }) =>
  async (tree, { logger }) => {
    const [step] = partsOf(name, 1, usage);
    const [room, ...classes] = partsOf(path, 4, usage);
    const [command, succeededBy, failedBy] = classes.map(pascal);
    const wish = { step: kebab(step), door: `../${kebab(room)}/contract.js`, command, succeededBy, failedBy };
    for (const declared of [command, succeededBy, failedBy]) demandDeclared(tree, kebab(room), declared);
    const table = new Source(tree, `${saga}.ts`);
    const story = await addRow(table, wish);
    await specify(new Source(tree, `${saga}.spec.ts`), story, wish);
    logger.info(`It comes before ${story.next.name}: say why it ends badly, and its way back if it has one.`);
    logger.info(
      'Running sagas keep the table they began with. Scenarios that go through it fail until they say so.',
    );
  };

function demandDeclared(tree, room, name) {
  const files = tree.getDir(`src/${room}`).subfiles.filter((file) => /\.(commands|events)\.ts$/.test(file));
  const isThere = files.some((file) =>
    new Source(tree, `src/${room}/${file}`).classes.some((one) => one.name.text === name),
  );
  if (!isThere)
    throw new Unusable(
      `src/${room} declares no ${name}: npm run generate command makes a command and its first event, further events are written by hand`,
    );
}

/**
 * In front of the last step, which is the pivot, in a new version of the table.
 *
 * @returns the steps around it, for its scenarios
 */
async function addRow(table, { step, door, command, succeededBy, failedBy }) {
  const [parts] = table.find(isCallOf('saga')).arguments;
  const rows = property(parts, 'steps').elements;
  if (rows.some((row) => stepOf(row).name === step)) throw new Unusable(`there is a step ${step} already`);
  table.insert(
    rows.at(-1).getStart(),
    `step({
      name: '${step}',
      asks: sends(${command}, ({ orderId }) => ({ orderId })),
      succeededBy: ${succeededBy},
      failedBy: ${failedBy},
      because: () => ({ code: 'operator', detail: '${spoken(step)} ended in ${failedBy}' }),
    }),\n`,
  );
  raiseVersion(table, parts, step);
  for (const name of [command, succeededBy, failedBy]) table.import(name, door);
  await table.write();
  return {
    starts: property(parts, 'starts').getText(),
    before: rows.slice(0, -1).map(stepOf),
    next: stepOf(rows.at(-1)),
  };
}

/** What was there before goes on without the step. */
function raiseVersion(table, parts, step) {
  const version = property(parts, 'version');
  const without = `.filter(({ name }) => name !== '${step}')`;
  const entry = `${version.text}: (today) => ({ steps: today.steps${without} })`;
  const earlier = property(parts, 'earlier');
  table.replace(version, String(Number(version.text) + 1));
  if (!earlier) {
    table.after(version.parent, `,\nearlier: { ${entry} }`);
    return;
  }
  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node) && node.getText() === 'today.steps') table.after(node, without);
    else ts.forEachChild(node, visit);
  };
  visit(earlier);
  table.append(earlier, entry);
}

function stepOf(row) {
  const [parts] = row.arguments;
  const commandOf = (sends) => sends?.arguments[0].getText();
  return {
    name: property(parts, 'name').text,
    succeededBy: property(parts, 'succeededBy').getText(),
    asks: commandOf(property(parts, 'asks')),
    compensation: commandOf(property(parts, 'compensation')),
    notifies: property(parts, 'notifies')?.elements.map(commandOf) ?? [],
  };
}

async function specify(spec, { starts, before, next }, { step, door, command, succeededBy, failedBy }) {
  const last = before.at(-1);
  const told = last.notifies.map((name) => constantOf(spec, name));
  const story = [starts, ...before.map((one) => one.succeededBy)].map((name) => constantOf(spec, name));
  const lastBack = before.findLast(({ compensation }) => compensation);
  const asked = `new ${command}({ orderId }, by)`;
  spec.after(
    spec.file.statements.at(-1),
    `\n\ndescribe('The step ${step}', () => {
      it('comes before ${next.name}', () => {
        given(saga, ${story.slice(0, -1)}).when(${story.at(-1)}).sends(${[...told, asked]});
        given(saga, ${story}).when(new ${succeededBy}({ orderId })).sends(${constantOf(spec, next.asks)});
      });

      it('takes back what was done when it ends in ${failedBy}', () => {
        given(saga, ${story}).when(new ${failedBy}({ orderId })).sends(${constantOf(spec, lastBack.compensation)});
      });
    });`,
  );
  for (const name of [command, succeededBy, failedBy]) spec.import(name, door);
  await spec.write();
}

/** How a spec calls an event or a command of this class: a constant, or a function of the attempt. */
function constantOf(spec, name) {
  const isNew = (node) => node && ts.isNewExpression(node) && node.expression.getText() === name;
  const found = spec.variables.find(({ initializer }) =>
    isNew(initializer && ts.isArrowFunction(initializer) ? initializer.body : initializer),
  );
  if (!found) throw new Unusable(`${spec.path} has no constant that is a new ${name}`);
  return ts.isArrowFunction(found.initializer) ? `${found.name.text}(1)` : found.name.text;
}
