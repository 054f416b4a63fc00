import ts from 'typescript';
import { camel, partsOf, pascal, spoken, Unusable } from './names.js';
import { addRow, statesOf } from './readme.js';
import { isCallOf, property, Source } from './source.js';
import { eventClassesOf, example, firstEvent, goldenOf, idSchema, literal, thingIn } from './thing.js';

const usage = 'command <room>/<thing>/<Command> <Event>[/<OtherEnd>]';

/** @type {import('@angular-devkit/schematics').RuleFactory<{ name: string, path?: string }>} */
export default ({ name, path }) =>
  async (tree, { logger }) => {
    const [room, thingName, asked] = partsOf(name, 3, usage);
    if (!path) throw new Unusable(`Usage: npm run generate ${usage}, such as AddItem and OrderItemAdded`);
    const thing = thingIn(tree, room, thingName);
    const ends = path.split('/').map(pascal);
    const wish = {
      command: pascal(asked),
      event: ends[0],
      rule: camel(asked),
      id: idSchema(tree, thing.idKey),
    };
    const declared = [];
    for (const event of ends) {
      if (await declareEvent(tree, room, thing, { ...wish, event })) declared.push(event);
    }
    await declareCommand(tree, thing, wish);
    await writeRule(tree, room, thing, wish);
    await register(tree, room, thing, wish);
    await specify({ tree, room, path: `src/${room}/${thingName}.decider.spec.ts` }, thing, wish);
    await tabulate(tree, `src/${room}/${thingName}.states.spec.ts`, thing, wish);
    await addRow(tree, `src/${room}/README.md`, rowOf(thing, wish));
    logger.info(`Say what ${wish.command} carries, what the rule refuses, and its route if it has one.`);
    for (const other of ends.slice(1)) logger.info(`Say in ${wish.rule} when it ends in ${other}.`);
    for (const event of declared) logger.info(`Say what ${event} carries and changes; then: npm run events`);
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
  const stored = golden.source.variable(thing.idKey)
    ? `\`{"${thing.idKey}":"\${${thing.idKey}}"}\``
    : `'${JSON.stringify({ [thing.idKey]: example(thing.idKey) })}'`;
  golden.source.append(golden.rows, `{ type: '${event}', version: 1, stored: ${stored} }`);
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
  const isKnown = (name) => decider.imports(name) || decider.declares(name);
  const given = isKnown('Decision')
    ? { result: ': Decision', state: 'state', decided: '' }
    : { result: '', state: `state: ${thing.stateType}`, decided: `: readonly ${thing.eventType}[]` };
  const facts = `[new ${event}(data)]`;
  let decides = `() ${given.decided} => ${facts}`;
  if (thing.mayBeAbsent) {
    const refuses = isKnown('existing')
      ? `existing(state, data.${thing.idKey});`
      : refusal(tree, room, thing, decider);
    decides = `(${given.state})${given.decided} => {
        ${refuses}
        return ${facts};
      }`;
  }
  decider.after(
    rules.at(-1),
    `\n\nexport const ${wish.rule} = ({ data }: ${command})${given.result} => ${decides};`,
  );
  await decider.write();
}

/** What a rule says where there is no such thing. */
function refusal(tree, room, thing, decider) {
  if (!decider.variable('reject')) declareReject(tree, room, decider);
  const noSuch = `\`there is no ${spoken(thing.name)} \${data.${thing.idKey}}\``;
  return `if (state.status === 'none') return reject('${thing.notFound}', ${noSuch});`;
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

async function specify({ tree, room, path }, thing, wish) {
  const { command, event } = wish;
  const spec = new Source(tree, path);
  const given = [thing.name, ...begunIn(tree, room, spec, thing)].join(', ');
  const asked = askedIn(spec, thing, wish, 'data');
  const refusal = `
    it('is refused where there is no ${spoken(thing.name)}', () =>
      given(${thing.name}).when(rule).rejects('${thing.notFound}'));`;
  spec.after(
    spec.file.statements.at(-1),
    `\n\ndescribe('${command}', () => {
      const data = { ${idIn(spec, thing)} };
      const rule = ${asked};

      it('leads to ${event}', () =>
        given(${given}).when(rule).then(new ${spec.refer(event, thing.events.from)}(data)));${thing.mayBeAbsent ? refusal : ''}
    });`,
  );
  spec.import('given', '../platform/testing/given.js');
  await spec.write();
}

/** A constant of the spec that begins such a thing; where it has none, one as it was stored. */
function begunIn(tree, room, spec, thing) {
  const [{ name }] = eventClassesOf(new Source(tree, thing.events.path));
  const begun = spec.variables.find(({ initializer }) => spec.isNew(initializer, name.text));
  if (begun) return [begun.name.text];
  if (!thing.mayBeAbsent) return [];
  const { type, data } = firstEvent(tree, room, thing);
  return [
    `new ${spec.refer(type, thing.events.from)}(${literal(data, spec.variable(thing.idKey) && thing.idKey)})`,
  ];
}

/** What the table of states in the README says of it is held by a spec. */
async function tabulate(tree, path, thing, wish) {
  const spec = new Source(tree, path);
  let commands = spec.variable('commands')?.initializer;
  if (commands && ts.isAsExpression(commands)) commands = commands.expression;
  if (!commands || !ts.isObjectLiteralExpression(commands))
    throw new Unusable(`${path} has no const commands = { ... } for holdsStatesTable`);
  spec.append(commands, `${wish.command}: ${askedIn(spec, thing, wish, `{ ${idIn(spec, thing)} }`)}`);
  await spec.write();
}

/** `changeGiftNote(new ChangeGiftNote(data, by))`, as a spec calls them. */
function askedIn(spec, thing, { command, rule }, data) {
  spec.import('by', '../platform/testing/given.js');
  const decides = spec.refer(rule, thing.deciderModule);
  return `${decides}(new ${spec.refer(command, thing.commands.from, { or: './contract.js' })}(${data}, by))`;
}

const idIn = (spec, { idKey }) => (spec.variable(idKey) ? idKey : `${idKey}: '${example(idKey)}'`);

const rowOf = ({ category, notFound, mayBeAbsent }, { command, event }) => ({
  heads: statesOf(category),
  cellsOf: ([, ...statuses]) => [
    command,
    ...statuses.map((status) =>
      mayBeAbsent && status === 'none' ? `\`${notFound.slice(notFound.indexOf('.') + 1)}\`` : event,
    ),
  ],
});
