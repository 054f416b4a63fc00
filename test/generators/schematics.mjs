/**
 * What `npm run generate` does for each of several recipes, without a process and a load of the tools for each of
 * them. In: the recipes in JSON, as the only argument; out: what was said of each, in JSON.
 */
import { createRequire } from 'node:module';
import { Writable } from 'node:stream';

const { main } = createRequire(import.meta.url)('@angular-devkit/schematics-cli/bin/schematics.js');

const said = {};
for (const recipe of JSON.parse(process.argv[2])) {
  const [schematic, name, path] = recipe.split(' ');
  const lines = [];
  const stream = new Writable({ write: (line, _, done) => (lines.push(String(line)), done()) });
  const wishes = [`--name=${name}`, ...(path ? [`--path=${path}`] : [])];
  const args = ['--no-debug', `./tools/schematics:${schematic}`, ...wishes];
  await main({ args, stdout: stream, stderr: stream });
  said[recipe] = lines.join('');
}
process.stdout.write(JSON.stringify(said));
