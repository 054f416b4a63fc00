import prettier from 'prettier';
import { Unusable } from './names.js';

/**
 * One more row of a table in a room's README.
 *
 * @param heads how the head of the table may begin; the first that is there counts
 * @param cellsOf the cells of the row, by the cells of the head
 * @param before the first cell of the row that comes after it; absent: it is the last
 */
export async function addRow(tree, path, { heads, cellsOf, before }) {
  if (!tree.exists(path)) throw new Unusable(`there is no ${path}`);
  const lines = tree.readText(path).split('\n');
  const begin = heads.map((head) => lines.findIndex((line) => line.startsWith(head))).find((n) => n >= 0);
  if (begin === undefined) throw new Unusable(`${path} has no table that begins with ${heads.at(-1)}`);
  const cells = (line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const isNext = (line) => !line.startsWith('|') || cells(line)[0] === before;
  const at = lines.findIndex((line, n) => n > begin && isNext(line));
  lines.splice(at, 0, `| ${cellsOf(cells(lines[begin])).join(' | ')} |`);
  tree.overwrite(
    path,
    await prettier.format(lines.join('\n'), { ...(await prettier.resolveConfig(path)), filepath: path }),
  );
}

/** How the head of the table of states of a thing begins. */
export const statesOf = (category) => [`| ${category}: command ↓`, '| command ↓'];
