// `npm run events`: writes docs/events.md from the events that the program declares.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventsPage } from './events-page.mjs';
import { build, install, root } from './start/build.mjs';

await install();
await build();
const dist = path.join(root, 'dist');
const files = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' });
const deciders = [];
for (const file of files.filter((name) => name.endsWith('.decider.js'))) {
  const exported = await import(pathToFileURL(path.join(dist, file)).href);
  deciders.push(...Object.values(exported).filter((value) => value?.evolve && value.category));
}
const { eventsIn } = await import('../dist/platform/core/event.js');
const saga = await import('../dist/platform/core/saga-events.js');
const sagas = { category: 'fulfilment', events: eventsIn(saga) };
fs.writeFileSync(path.join(root, 'docs/events.md'), eventsPage([...deciders, sagas], path.join(root, 'src')));
console.log('wrote docs/events.md');
