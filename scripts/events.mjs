// `npm run events`: writes docs/events.md from the events that the program declares.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventsPage } from './events-page.mjs';
import { install, root } from './start/build.mjs';
import { compile, isDelivered } from './start/compile.mjs';
import { wordsOf } from './words.mjs';

wordsOf('npm run events: writes docs/events.md from the events that the program declares');

await install();
const src = path.join(root, 'src');
const sources = fs.readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(isDelivered);
// Of a build it needs the first part alone, which takes a tenth of the time.
fs.mkdirSync(path.join(root, '.data'), { recursive: true });
const compiled = fs.mkdtempSync(path.join(root, '.data', 'events-'));
try {
  await compile(src, sources, compiled);
  const load = (name) => import(pathToFileURL(path.join(compiled, name.replace(/\.ts$/, '.js'))).href);
  const deciders = [];
  for (const file of sources.filter((name) => name.endsWith('.decider.ts')))
    deciders.push(...Object.values(await load(file)).filter((value) => value?.evolve && value.category));
  const { eventsIn } = await load('platform/core/event.ts');
  const sagas = { category: 'fulfilment', events: eventsIn(await load('platform/core/saga-events.ts')) };
  fs.writeFileSync(path.join(root, 'docs/events.md'), eventsPage([...deciders, sagas], src));
} finally {
  fs.rmSync(compiled, { recursive: true, force: true });
}
console.log('wrote docs/events.md');
