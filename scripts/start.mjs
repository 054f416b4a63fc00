/**
 * `npm start`. Only the version check stands here, in syntax an old Node can read; everything else is loaded
 * after it.
 */
const needed = [20, 19];
const found = process.versions.node.split('.').map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  process.stderr.write(
    `Waybill needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.\n`,
  );
  process.exit(78);
}
import('./start/run.mjs').then((run) => run.start(process.argv.slice(2)));
