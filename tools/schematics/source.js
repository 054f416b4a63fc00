import prettier from 'prettier';
import ts from 'typescript';
import { Unusable } from './names.js';

/** A TypeScript file that is edited where its syntax tree says, and formatted when it is written. */
export class Source {
  #tree;
  #edits = [];
  /** Names to import by module, until it is known which of them are there already. */
  #imports = new Map();

  /** @throws Unusable when there is no such file */
  constructor(tree, path) {
    if (!tree.exists(path)) throw new Unusable(`there is no ${path}`);
    this.#tree = tree;
    this.path = path;
    this.text = tree.readText(path);
    this.file = ts.createSourceFile(path, this.text, ts.ScriptTarget.Latest, true);
  }

  /** The first node, from the top, that fits. */
  find(fits, from = this.file) {
    const visit = (node) => (fits(node) ? node : ts.forEachChild(node, visit));
    return ts.forEachChild(from, visit);
  }

  /** Every constant and variable at the top of the file, in their order. */
  get variables() {
    return this.file.statements.filter(ts.isVariableStatement).flatMap((statement) => {
      return statement.declarationList.declarations.filter(({ name }) => ts.isIdentifier(name));
    });
  }

  variable(name) {
    return this.variables.find((one) => one.name.text === name);
  }

  get classes() {
    return this.file.statements.filter(ts.isClassDeclaration);
  }

  /** The modules beside this file that it imports from, such as `./order.events.js`. */
  importsFrom(ending) {
    return this.#importing
      .map(({ moduleSpecifier }) => moduleSpecifier.text)
      .find((from) => from.endsWith(ending));
  }

  get #importing() {
    return this.file.statements.filter(ts.isImportDeclaration);
  }

  insert(position, text) {
    this.#edits.push({ position, text });
  }

  after(node, text) {
    this.insert(node.getEnd(), text);
  }

  /** One more element of an array, property of an object, or name of an import. */
  append(list, text) {
    const items = list.elements ?? list.properties;
    const isFirst = items.length === 0;
    if (isFirst) this.insert(list.getEnd() - 1, text);
    else if (items.hasTrailingComma) this.insert(items.end, `\n${text},`);
    else this.insert(items.end, `, ${text}`);
  }

  replace(node, text) {
    this.#edits.push({ position: node.getStart(), end: node.getEnd(), text });
  }

  import(name, from, { isType = false } = {}) {
    const wanted = this.#imports.get(from) ?? new Map();
    wanted.set(name, isType && wanted.get(name) !== false);
    this.#imports.set(from, wanted);
  }

  /**
   * How the file calls what another module exports: by itself, imported if it is not yet, or by the name under which all
   * of that module is there.
   *
   * @param or another module that exports it too, where all of that one is there
   */
  refer(name, from, { or, ...options } = {}) {
    const whole = this.#importing.find(({ moduleSpecifier: { text }, importClause }) => {
      const all = importClause?.namedBindings;
      if (all?.kind !== ts.SyntaxKind.NamespaceImport || ![from, or].includes(text)) return false;
      return this.text.includes(`${all.name.text}.`);
    });
    if (whole) return `${whole.importClause.namedBindings.name.text}.${name}`;
    this.import(name, from, options);
    return name;
  }

  /** Whether a name is imported, from wherever. */
  imports(name) {
    return this.#importing.some(({ importClause }) =>
      importClause?.namedBindings?.elements?.some((one) => one.name.text === name),
    );
  }

  /** Whether a constant, type or function of this name stands at the top of the file. */
  declares(name) {
    return this.file.statements.some((one) => one.name?.text === name) || this.variable(name) !== undefined;
  }

  /** Whether an expression is a new instance of a class, however the file calls it. */
  isNew(node, name) {
    if (node === undefined || !ts.isNewExpression(node)) return false;
    return node.expression.getText() === name || node.expression.getText().endsWith(`.${name}`);
  }

  /** Puts the file back, with what was asked for. */
  async write() {
    const modules = [...this.#imports].sort(([one], [other]) => (comesBefore(one, other) ? -1 : 1));
    for (const [from, wanted] of modules) this.#addImport(from, wanted);
    let text = this.text;
    for (const { position, end = position, text: added } of this.#edits.toReversed().sort(fromTheEnd)) {
      text = text.slice(0, position) + added + text.slice(end);
    }
    this.#tree.overwrite(this.path, await formatted(this.path, text));
  }

  #addImport(from, wanted) {
    const there = this.#importing.filter(
      ({ moduleSpecifier, importClause }) =>
        moduleSpecifier.text === from && importClause?.namedBindings?.kind === ts.SyntaxKind.NamedImports,
    );
    for (const { importClause } of there) {
      for (const { name, isTypeOnly } of importClause.namedBindings.elements) {
        const isTypeThere = isTypeOnly || importClause.isTypeOnly;
        if (wanted.get(name.text) !== undefined && (!isTypeThere || wanted.get(name.text)))
          wanted.delete(name.text);
      }
    }
    for (const isType of [true, false]) {
      const names = [...wanted].filter(([, one]) => one === isType).map(([name]) => name);
      names.sort((one, other) => one.localeCompare(other));
      if (names.length > 0) this.#importNames(from, names, isType, there);
    }
  }

  #importNames(from, names, isType, there) {
    const fitting = there.find(({ importClause }) => !!importClause.isTypeOnly === isType);
    if (fitting) {
      for (const name of names) this.#addName(fitting.importClause.namedBindings, name);
      return;
    }
    const line = `import ${isType ? 'type ' : ''}{ ${names.join(', ')} } from '${from}';`;
    const last = this.#importing.at(-1);
    const next = this.#importing.find(({ moduleSpecifier }) => comesBefore(from, moduleSpecifier.text));
    if (next) this.insert(next.getStart(), `${line}\n`);
    else if (last) this.after(last, `\n${line}`);
    else this.insert(0, `${line}\n`);
  }

  /** In front of the first that comes later in the alphabet. */
  #addName(list, name) {
    const next = list.elements.find((one) => one.name.text.localeCompare(name) > 0);
    if (next) this.insert(next.getStart(), `${name}, `);
    else this.append(list, name);
  }
}

/** Packages first, then what is far away, then what is beside the file; by the alphabet among themselves. */
const comesBefore = (one, other) =>
  distanceOf(one) > distanceOf(other) ||
  (distanceOf(one) === distanceOf(other) && one.localeCompare(other) < 0);
const distanceOf = (from) => (from.startsWith('./') ? 0 : from.startsWith('../') ? 1 : 2);

const fromTheEnd = (a, b) => b.position - a.position;

/** Creates a file, formatted as the project is. */
export async function create(tree, path, text) {
  if (tree.exists(path)) throw new Unusable(`${path} is there already`);
  tree.create(path, await formatted(path, text));
}

async function formatted(path, text) {
  return prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
}

/**
 * Where the kernel exports a name, as files of a room import it: a template must not know in which file it stands.
 *
 * @throws Unusable when no file does
 */
export function homeOf(tree, name) {
  let home;
  tree.getDir('src/platform').visit((path) => {
    if (home || !path.endsWith('.ts') || path.endsWith('spec.ts') || !tree.readText(path).includes(name))
      return;
    if (exportsOf(new Source(tree, path)).includes(name)) home = path;
  });
  if (!home) throw new Unusable(`nothing in src/platform exports ${name}`);
  return home.replace(/^\/?src\//, '../').replace(/\.ts$/, '.js');
}

const exportsOf = ({ file }) =>
  file.statements
    .filter((one) => one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap((one) => one.declarationList?.declarations ?? [one])
    .map((one) => one.name?.text);

export const isCallOf = (name) => (node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

/** The value of a property of an object literal, or undefined. */
export const property = (literal, name) =>
  literal.properties.find((one) => one.name?.getText() === name)?.initializer;
