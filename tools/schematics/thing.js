import ts from 'typescript';
import vm from 'node:vm';
import { Unusable } from './names.js';
import { isCallOf, property, Source } from './source.js';

/** The things of a room: those that have a decider. */
export const thingsOf = (tree, room) =>
  tree
    .getDir(`src/${room}`)
    .subfiles.filter((file) => file.endsWith('.decider.ts'))
    .map((file) => file.replace('.decider.ts', ''));

/**
 * What the files of a thing say about it: its decider, state, events, and where the rest of it stands.
 *
 * @param name of the thing as its files are called, such as `stock-item`
 */
export function thingIn(tree, room, name) {
  const names = thingsOf(tree, room);
  if (names.length === 0) throw new Unusable(`src/${room} has no <thing>.decider.ts: is there such a room?`);
  if (!names.includes(name))
    throw new Unusable(`src/${room} has no ${name}: its things are ${names.join(', ')}`);
  const decider = new Source(tree, `src/${room}/${name}.decider.ts`);
  const declared = decider.variables.find(({ type }) => type?.typeName?.text === 'Decider');
  if (!declared) throw new Unusable(`${decider.path} declares nothing as Decider<State, Event, id>`);
  const [state, event, id] = declared.type.typeArguments;
  const beside = (ending) => {
    const from = decider.importsFrom(ending);
    if (!from) throw new Unusable(`${decider.path} imports no ${ending}`);
    return { from, path: `src/${room}/${from.slice(2).replace(/\.js$/, '.ts')}` };
  };
  return {
    name: declared.name.text,
    decider,
    deciderModule: `./${name}.decider.js`,
    stateType: state.getText(),
    eventType: event.getText(),
    idKey: id.literal.text,
    category: property(declared.initializer, 'category').text,
    notFound: property(declared.initializer, 'notFound').text,
    mayBeAbsent: property(property(declared.initializer, 'initial'), 'status')?.text === 'none',
    commands: beside('.commands.js'),
    events: beside('.events.js'),
    state: beside('.state.js'),
  };
}

/** The schema of the id of a thing: one of those that everybody uses, or a uuid. */
export function idSchema(tree, idKey) {
  const everybodys = new Source(tree, 'src/platform/core/schemas.ts');
  return everybodys.variable(idKey)
    ? { schema: idKey, inLiteral: idKey }
    : { schema: 'uuid', inLiteral: `${idKey}: uuid` };
}

/** The event classes of a file, in their order. */
export const eventClassesOf = (events) =>
  events.classes.filter((one) => one.heritageClauses?.some((clause) => eventCallIn(clause)));

/** `event('Name', schema)` in a class declaration. */
export function eventCallIn(node) {
  const visit = (one) => (isCallOf('event')(one) ? one : ts.forEachChild(one, visit));
  return visit(node);
}

/** The file of a room in which the stored rows of a thing stand, and the array of them. */
export function goldenOf(tree, room, { name }) {
  const files = tree.getDir(`src/${room}`).subfiles.filter((file) => file.endsWith('.events.spec.ts'));
  for (const file of files) {
    const source = new Source(tree, `src/${room}/${file}`);
    const call = source.find(isCallOf('stillUnderstood'));
    if (!call?.arguments[0].getText().includes(`${name}.events`)) continue;
    const rows = source.variable(call.arguments[1].getText())?.initializer;
    if (rows && ts.isArrayLiteralExpression(rows)) return { source, rows };
  }
  throw new Unusable(`src/${room} has no *.events.spec.ts with stillUnderstood(${name}.events, rows)`);
}

/** The stored rows of an event, oldest first, and what each is understood as today. */
export function storedRows({ source, rows }, type) {
  return rows.elements
    .filter((row) => property(row, 'type')?.text === type)
    .map((row) => {
      const node = property(row, 'newest');
      const data = node ? valueOf(source, node) : JSON.parse(valueOf(source, property(row, 'stored')));
      return { row, version: Number(property(row, 'version').text), newest: { node, data } };
    })
    .sort((a, b) => a.version - b.version);
}

/** The event with which a thing begins, as one was stored. */
export function firstEvent(tree, room, thing) {
  const type = eventClassesOf(new Source(tree, thing.events.path))[0].name.text;
  const stored = storedRows(goldenOf(tree, room, thing), type).at(-1);
  if (!stored) throw new Unusable(`no row of ${type} is stored in ${room}'s *.events.spec.ts`);
  return { type, data: stored.newest.data };
}

/** What an expression of a file comes to, with the constants before it. */
function valueOf(source, expression) {
  const constants = source.file.statements
    .filter((one) => ts.isVariableStatement(one) && one.getEnd() < expression.getStart())
    .map((one) => one.getText());
  const { outputText } = ts.transpileModule(
    [...constants, `globalThis.value = ${expression.getText()};`].join('\n'),
    {
      compilerOptions: { target: ts.ScriptTarget.ES2022 },
    },
  );
  const world = vm.createContext({});
  vm.runInContext(outputText, world);
  return world.value;
}

/** Data as it is written in code, where the id of the thing is a constant of that name. */
export const literal = (data, idKey) =>
  `{ ${Object.entries(data)
    .map(([key, value]) => (key === idKey ? key : `${JSON.stringify(key)}: ${JSON.stringify(value)}`))
    .join(', ')} }`;

/** An id to write into specs. */
export const example = (idKey = '') => (idKey === 'sku' ? 'MUG' : '019ab000-0000-7000-8000-000000000001');
