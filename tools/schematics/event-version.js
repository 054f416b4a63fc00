import ts from 'typescript';
import { camel, partsOf, pascal, Unusable } from './names.js';
import { Source } from './source.js';
import { eventCallIn, goldenOf, storedRows, thingIn, thingsOf } from './thing.js';

const usage = 'event-version <room>/<Event> [property]';

/** @type {import('@angular-devkit/schematics').RuleFactory<{ name: string, path?: string }>} */
export default ({ name, path }) =>
  async (tree, { logger }) => {
    const [room, asked] = partsOf(name, 2, usage);
    const type = pascal(asked);
    const { thing, events, declaration } = declared(tree, room, type);
    const added = path && camel(path);
    const version = lift(events, declaration, added);
    await events.write();
    await keepRows(tree, room, thing, { type, version, added });
    const what = added
      ? `${added} is text, 'unknown' in what is stored: say what is right.`
      : 'Say what is new in it.';
    logger.info(what);
    logger.info(
      `The compiler shows which rules write ${type}; what is stored stays as it is. Then: npm run events`,
    );
  };

function declared(tree, room, type) {
  for (const name of thingsOf(tree, room)) {
    const thing = thingIn(tree, room, name);
    const events = new Source(tree, thing.events.path);
    const declaration = events.classes.find((one) => one.name.text === type);
    if (declaration) return { thing, events, declaration };
  }
  throw new Unusable(`no *.events.ts of src/${room} declares ${type}`);
}

/**
 * One more `.upcastTo(...)` behind those that are there.
 *
 * @returns {number} the version that is written from now on
 */
function lift(events, declaration, added) {
  const call = eventCallIn(declaration);
  let [version, whole, newest] = [2, call, call.arguments[1]];
  while (ts.isPropertyAccessExpression(whole.parent) && ts.isCallExpression(whole.parent.parent)) {
    whole = whole.parent.parent;
    [newest] = whole.arguments;
    version++;
  }
  const before = `v${version - 1}`;
  let schema = newest.getText();
  if (!ts.isIdentifier(newest)) {
    schema = `${camel(declaration.name.text)}${before.toUpperCase()}`;
    events.insert(declaration.getStart(events.file, true), `const ${schema} = ${newest.getText()};\n`);
    events.replace(newest, schema);
  }
  const [shape, value] = added ? [`${added}: z.string()`, `, ${added}: 'unknown'`] : ['', ''];
  events.after(whole, `.upcastTo(${schema}.extend({ ${shape} }), (${before}) => ({ ...${before}${value} }))`);
  return version;
}

/** Rows that are stored stay; each says what it has become, and one of the new version joins them. */
async function keepRows(tree, room, thing, { type, version, added }) {
  const golden = goldenOf(tree, room, thing);
  const stored = storedRows(golden, type);
  if (stored.length === 0) throw new Unusable(`${golden.source.path} has no row of ${type}`);
  const become = (data) => ({ ...data, ...(added && { [added]: 'unknown' }) });
  for (const { row, newest } of stored) {
    const text = JSON.stringify(become(newest.data));
    if (!newest.node) golden.source.append(row, `newest: ${text}`);
    else if (added) golden.source.replace(newest.node, text);
  }
  const text = JSON.stringify(become(stored.at(-1).newest.data));
  golden.source.append(
    golden.rows,
    `{ type: '${type}', version: ${version}, stored: ${JSON.stringify(text)} }`,
  );
  await golden.source.write();
}
