import ts from 'typescript';
import { camel, partsOf, pascal, spoken, Unusable } from './names.js';
import { isCallOf, property, Source } from './source.js';
import { eventClassesOf, example, goldenOf, idSchema, thingIn } from './thing.js';

const usage = 'command <room>/<thing>/<Command> <Event>';

/** @type {import('@angular-devkit/schematics').RuleFactory<{ name: string, path?: string }>} */
export default ({ name, path }) =>
  async (tree, { logger }) => {
    const [room, thingName, asked] = partsOf(name, 3, usage);
    if (!path) throw new Unusable(`Usage: npm run generate ${usage}, such as AddItem and OrderItemAdded`);
    const thing = thingIn(tree, room, thingName);
    const wish = {
      command: pascal(asked),
      event: pascal(path),
      rule: camel(asked),
      id: idSchema(tree, thing.idKey),
    };
    const isNewEvent = await declareEvent(tree, room, thing, wish);
    await declareCommand(tree, thing, wish);
    await writeRule(tree, room, thing, wish);
    await register(tree, room, thing, wish);
    await specify(tree, `src/${room}/${thingName}.decider.spec.ts`, thing, wish);
    logger.info(`Say what ${wish.command} carries, what the rule refuses, and its route if it has one.`);
    if (isNewEvent) logger.info(`Say what ${wish.event} carries and changes; then: npm run events`);
  };

/** @returns whether there was no such event */
async function declareEvent(tree, room, thing, { event, id }) {
  const events = new Source(tree, thing.events.path);
  const classes = eventClassesOf(events);
  if (classes.some((one) => one.name.text === event)) return false;
  const base = events.variables.find(({ initializer }) => isOnlyTheId(initializer, thing.idKey));
  if (!base) events.import(id.schema, '../platform/core/schemas.js');
  const schema = base?.name.text ?? `z.strictObject({ ${id.inLiteral} })`;
  events.after(classes.at(-1), `\nexport class ${event} extends event('${event}', ${schema}) {}`);
  await events.write();

  const state = new Source(tree, thing.state.path);
  state.append(state.find(isCallOf('evolving')).arguments[0], `${event}: (state) => state`);
  await state.write();

  const golden = goldenOf(tree, room, thing);
  const stored = JSON.stringify({ [thing.idKey]: example(thing.idKey) });
  golden.source.append(golden.rows, `{ type: '${event}', version: 1, stored: '${stored}' }`);
  await golden.source.write();
  return true;
}

/** `z.strictObject({ orderId: uuid })` and nothing more. */
function isOnlyTheId(node, idKey) {
  if (!node || !ts.isCallExpression(node) || node.expression.getText() !== 'z.strictObject') return false;
  const [shape] = node.arguments;
  return (
    ts.isObjectLiteralExpression(shape) &&
    shape.properties.length === 1 &&
    shape.properties[0].name?.text === idKey
  );
}

async function declareCommand(tree, thing, { command, id }) {
  const commands = new Source(tree, thing.commands.path);
  if (commands.classes.some((one) => one.name.text === command))
    throw new Unusable(`there is a ${command} already`);
  const ids = commands.variable(thing.idKey);
  if (!ids) commands.import(id.schema, '../platform/core/schemas.js');
  const shape = ids && ts.isObjectLiteralExpression(ids.initializer) ? thing.idKey : `{ ${id.inLiteral} }`;
  const ofThing = commands.classes.filter((one) => one.getText().includes(`<${thing.stateType}>`));
  const last = ofThing.at(-1) ?? commands.file.statements.at(-1);
  commands.after(
    last,
    `\nexport class ${command} extends command(z.strictObject(${shape}))<${thing.stateType}>() {}`,
  );
  await commands.write();
}

async function writeRule(tree, room, { decider, ...thing }, wish) {
  const command = decider.refer(wish.command, thing.commands.from, { isType: true });
  const event = decider.refer(wish.event, thing.events.from);
  const rules = decider.file.statements.filter(
    (one) =>
      ts.isVariableStatement(one) && one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  if (thing.mayBeAbsent && !decider.variable('reject')) declareReject(tree, room, decider);
  const noSuch = `\`there is no ${spoken(thing.name)} \${data.${thing.idKey}}\``;
  const decides = thing.mayBeAbsent
    ? `(state: ${thing.stateType}): readonly ${thing.eventType}[] => {
        if (state.status === 'none') return reject('${thing.notFound}', ${noSuch});
        return [new ${event}(data)];
      }`
    : `(): readonly ${thing.eventType}[] => [new ${event}(data)]`;
  decider.after(rules.at(-1), `\n\nexport const ${wish.rule} = ({ data }: ${command}) => ${decides};`);
  await decider.write();
}

/** `const reject = rejecting<RoomProblem>()`, before everything else. */
function declareReject(tree, room, decider) {
  const contract = new Source(tree, `src/${room}/contract.ts`);
  const codes = contract.find(
    (node) => ts.isTypeAliasDeclaration(node) && node.name.text.endsWith('Problem'),
  );
  if (!codes)
    throw new Unusable(`${contract.path} declares no ...Problem, the codes that the room rejects with`);
  decider.import(codes.name.text, './contract.js', { isType: true });
  decider.import('rejecting', '../platform/core/rejection.js');
  const first = decider.file.statements.find((one) => !ts.isImportDeclaration(one));
  decider.insert(first.getStart(), `const reject = rejecting<${codes.name.text}>();\n\n`);
}

async function register(tree, room, thing, { command, rule }) {
  const file = tree.getDir(`src/${room}`).subfiles.find((one) => one.endsWith('.module.ts'));
  const module = new Source(tree, `src/${room}/${file}`);
  const line = module.find(
    (node) => isCallOf('aggregate')(node) && node.arguments[0].getText() === thing.name,
  );
  if (!line) throw new Unusable(`${module.path} has no aggregate(${thing.name}, ...)`);
  const [, parts] = line.arguments;
  const commands = parts && property(parts, 'commands');
  const pair = `[${command}, ${rule}]`;
  if (commands) module.append(commands, pair);
  else if (parts) module.append(parts, `commands: [${pair}]`);
  else module.insert(line.arguments.end, `, { commands: [${pair}] }`);
  module.import(command, thing.commands.from);
  module.import(rule, thing.deciderModule);
  await module.write();
}

async function specify(tree, path, thing, { command, event, rule }) {
  const spec = new Source(tree, path);
  const first = eventClassesOf(new Source(tree, thing.events.path))[0].name.text;
  const begun = spec.variables.find(
    ({ initializer: made }) => made && ts.isNewExpression(made) && made.expression.getText() === first,
  );
  const given = [thing.name, ...(begun ? [begun.name.text] : [])].join(', ');
  const refusal = `
    it('is refused where there is no ${spoken(thing.name)}', () =>
      given(${thing.name}).when(${rule}(new ${command}(data, by))).rejects('${thing.notFound}'));`;
  const id = spec.variable(thing.idKey) ? thing.idKey : `${thing.idKey}: '${example(thing.idKey)}'`;
  spec.after(
    spec.file.statements.at(-1),
    `\n\ndescribe('${command}', () => {
      const data = { ${id} };


      it('leads to ${event}', () =>
        given(${given}).when(${rule}(new ${command}(data, by))).then(new ${event}(data)));
      ${thing.mayBeAbsent ? refusal : ''}
    });`,
  );
  spec.import(command, thing.commands.from);
  spec.import(event, thing.events.from);
  spec.import(rule, thing.deciderModule);
  for (const name of ['by', 'given']) spec.import(name, '../platform/testing/given.js');
  await spec.write();
}
