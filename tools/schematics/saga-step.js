import ts from 'typescript';
import { kebab, partsOf, pascal, spoken, Unusable } from './names.js';
import { addRow } from './readme.js';
import { isCallOf, property, Source } from './source.js';

const usage = 'saga-step <step>[/before/<step> or /after/<step>] <room>/<Command>/<GoodEvent>/<BadEvent>';
const saga = 'src/fulfilment/fulfilment.saga';

/** @type {import('@angular-devkit/schematics').RuleFactory<{ name: string, path?: string }>} */
export default ({ name, path }) =>
  async (tree, { logger }) => {
    const [step, side, neighbour] = partsOf(name, String(name).includes('/') ? 3 : 1, usage);
    if (side && side !== 'before' && side !== 'after') throw new Unusable(`Usage: npm run generate ${usage}`);
    const [room, ...classes] = partsOf(path, 4, usage);
    const [command, succeededBy, failedBy] = classes.map(pascal);
    const wish = {
      ...{ step: kebab(step), side, neighbour: neighbour && kebab(neighbour) },
      ...{ door: `../${kebab(room)}/contract.js`, command, succeededBy, failedBy },
    };
    for (const declared of [command, succeededBy, failedBy]) demandDeclared(tree, kebab(room), declared);
    const table = new Source(tree, `${saga}.ts`);
    const story = await addStep(table, wish);
    await specify(new Source(tree, `${saga}.spec.ts`), story, wish);
    await addRow(tree, 'src/fulfilment/README.md', {
      heads: ['| step'],
      before: story.next?.name,
      cellsOf: (head) =>
        [wish.step, command, succeededBy, failedBy, '', 'nobody', 'as long as needed'].concat(
          Array(head.length - 7).fill(''),
        ),
    });
    logger.info(
      `It comes ${story.next ? `before ${story.next.name}` : 'last'}: say why it ends badly, and its way back if it has one.`,
    );
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
      `src/${room} declares no ${name}: npm run generate command ${room}/<thing>/<Command> <GoodEvent>/<BadEvent>`,
    );
}

/**
 * Where it was asked for, or in front of the last step, which is the pivot; in a new version of the table.
 *
 * @returns the steps around it, for its scenarios
 */
async function addStep(table, wish) {
  const { step, door, command, succeededBy, failedBy } = wish;
  const [parts] = table.find(isCallOf('saga')).arguments;
  const steps = property(parts, 'steps');
  const rows = steps.elements;
  const names = rows.map((row) => stepOf(row).name);
  if (names.includes(step)) throw new Unusable(`there is a step ${step} already`);
  const at = placeIn(names, wish);
  const row = `step({
      name: '${step}',
      asks: sends(${command}, ({ orderId }) => ({ orderId })),
      succeededBy: ${succeededBy},
      failedBy: ${failedBy},
      because: () => ({ code: 'operator', detail: '${spoken(step)} ended in ${failedBy}' }),
    })`;
  if (at < rows.length) table.insert(rows[at].getStart(), `${row},\n`);
  else table.append(steps, row);
  raiseVersion(table, parts, step);
  for (const name of [command, succeededBy, failedBy]) table.import(name, door);
  await table.write();
  return {
    starts: property(parts, 'starts').getText(),
    before: rows.slice(0, at).map(stepOf),
    next: rows[at] && stepOf(rows[at]),
  };
}

function placeIn(names, { side, neighbour }) {
  if (!side) return names.length - 1;
  const at = names.indexOf(neighbour);
  if (at < 0) throw new Unusable(`there is no step ${neighbour}: the steps are ${names.join(', ')}`);
  return side === 'before' ? at : at + 1;
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
    hasPatience: property(parts, 'timeoutMs') !== undefined,
    notifies: property(parts, 'notifies')?.elements.map(commandOf) ?? [],
  };
}

async function specify(spec, { starts, before, next }, { step, door, command, succeededBy, failedBy }) {
  const last = before.at(-1);
  const told = last ? last.notifies.map((name) => constantOf(spec, name)) : [];
  const story = [starts, ...before.map((one) => one.succeededBy)].map((name) => constantOf(spec, name));
  const lastBack = before.findLast(({ compensation }) => compensation);
  const goesOn = next
    ? `given(saga, ${story}).when(new ${succeededBy}({ orderId })).sends(${askedBy(spec, next)});`
    : '';
  const takesBack = `

      it('takes back what was done when it ends in ${failedBy}', () => {
        given(saga, ${story}).when(new ${failedBy}({ orderId })).sends(${lastBack && constantOf(spec, lastBack.compensation)});
      });`;
  spec.after(
    spec.file.statements.at(-1),
    `\n\ndescribe('The step ${step}', () => {
      it('comes ${next ? `before ${next.name}` : 'last'}', () => {
        given(saga, ${story.slice(0, -1)}).when(${story.at(-1)}).sends(${[...told, `new ${command}({ orderId }, by)`]});
        ${goesOn}
      });${lastBack ? takesBack : ''}
    });`,
  );
  for (const name of [command, succeededBy, ...(lastBack ? [failedBy] : [])]) spec.import(name, door);
  await spec.write();
}

/** The command of a step, and the timer of its patience. */
function askedBy(spec, { name, asks, hasPatience }) {
  const isItsTimer = ({ initializer: made }) =>
    made &&
    ts.isNewExpression(made) &&
    made.expression.getText() === 'Timer' &&
    made.arguments[0].text === name;
  const timer = hasPatience && spec.variables.find(isItsTimer);
  if (hasPatience && !timer)
    throw new Unusable(`${spec.path} has no constant that is a new Timer('${name}', ...)`);
  return [constantOf(spec, asks), ...(timer ? [timer.name.text] : [])];
}

/** How a spec calls an event or a command of this class: a constant, or a function of the attempt. */
function constantOf(spec, name) {
  const found = spec.variables.find(({ initializer }) =>
    spec.isNew(initializer && ts.isArrowFunction(initializer) ? initializer.body : initializer, name),
  );
  if (found) return ts.isArrowFunction(found.initializer) ? `${found.name.text}(1)` : found.name.text;
  if (!spec.imports(name)) throw new Unusable(`${spec.path} has no constant that is a new ${name}`);
  // A step that was made by this generator: its ends carry no more than the order.
  return `new ${name}({ orderId })`;
}
