// `npm run contracts`: writes contracts/, and the types of the client, from the schemas of the program, unless that
// would break somebody.
import fs from 'node:fs';
import path from 'node:path';
import { clientTypes } from './client-types.mjs';
import { build, install, root } from './start/build.mjs';
import { wordsOf } from './words.mjs';

const help = `npm run contracts -- [--check] [--against DIR]

Writes the OpenAPI document and the JSON Schema of every kind of Kafka record to contracts/, and the types of
@waybill/client. A change that would break a reader or a writer
is refused: give it a new topic version instead. --check writes nothing. --against compares with another folder,
such as the contracts/ of the last release.`;

const { values } = wordsOf(help, {
  options: {
    check: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
});

await install();
await build();
const { contracts } = await import('../dist/published-contracts.js');
const { apiDocument } = await import('../dist/api-document.js');
const { breakingApiChanges } = await import('../dist/platform/http/openapi/breaking-changes.js');
const { breakingChanges } = await import('../dist/platform/kafka/breaking-changes.js');

const folder = path.join(root, 'contracts');
const fileOf = (base, { topic, type }) => path.join(base, topic, `${type}.json`);
const text = (schema) => `${JSON.stringify(schema, null, 2)}\n`;
const now = contracts();

const before = path.resolve(values.against ?? folder);
const shipped = fs.existsSync(before)
  ? fs
      .readdirSync(before, { recursive: true })
      .filter((name) => name.endsWith('.json') && name !== 'openapi.json')
  : [];
const broken = shipped.flatMap((name) => {
  const old = JSON.parse(fs.readFileSync(path.join(before, name), 'utf8'));
  const contract = now.find((one) => path.relative(before, fileOf(before, one)) === name);
  if (!contract) return [`${name}: is gone`];
  return breakingChanges(old, contract.schema, contract.direction).map((change) => `${name}: ${change}`);
});
const api = await apiDocument();
const oldApi = path.join(before, 'openapi.json');
if (fs.existsSync(oldApi)) {
  const old = JSON.parse(fs.readFileSync(oldApi, 'utf8'));
  broken.push(...breakingApiChanges(old, api).map((change) => `openapi.json: ${change}`));
}
if (broken.length > 0) {
  console.error(`Refused, somebody relies on this:
${broken.map((line) => `  ${line}`).join('\n')}
Make what is new optional, keep what is old, or publish it beside the old one: as the next version of the topic
('waybill.orders.v2' in the room's *.kafka.ts), as a property, or under another path.`);
  process.exit(1);
}

const files = [
  ...now.map((one) => [fileOf(folder, one), text(one.schema)]),
  [path.join(folder, 'openapi.json'), text(api)],
  [path.join(root, 'packages', 'client', 'src', 'api.ts'), await clientTypes(api)],
];
const stale = files.filter(
  ([file, wanted]) => !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== wanted,
);
if (!values.check) {
  for (const [file, wanted] of stale) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, wanted);
  }
}
console.log(`${files.length} files, ${stale.length} ${values.check ? 'not up to date' : 'written'}`);
process.exit(values.check && stale.length > 0 ? 1 : 0);
