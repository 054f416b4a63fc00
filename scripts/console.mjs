/** Bundles `web/` into dist/web, as a browser loads it. `npm run build` and `npm start` do. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');
const CONSOLE = ['web/main.tsx', 'web/styles/console.css', 'web/icon.svg'];
const TOPICS = ['web/asyncapi.tsx', 'web/styles/asyncapi.css'];

/** AsyncAPI's parser validates by code it compiles, which no page of ours may; what we serve has been validated. */
const withoutValidation = {
  name: 'asyncapi-without-validation',
  setup(build) {
    const nothing = { namespace: 'nothing', path: 'nothing' };
    build.onResolve({ filter: /^@asyncapi\/parser$/ }, () => ({
      path: path.join(root, 'web/asyncapi-reader.ts'),
    }));
    build.onResolve({ filter: /^(@stoplight\/|@asyncapi\/specs|ajv)/ }, () => nothing);
    build.onResolve({ filter: /^\.\/parser$/ }, ({ importer }) =>
      importer.includes('react-component') ? nothing : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'exports.schemas = {}' }));
  },
};

/** @param {string} folder where it goes; what was there is replaced in the end, so that it can be read meanwhile */
export async function buildConsole(folder) {
  const { build, stop } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...CONSOLE, ...TOPICS],
    outdir: folder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    loader: { '.svg': 'copy' },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    legalComments: 'linked',
    tsconfig: 'web/tsconfig.json',
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    plugins: [withoutValidation],
  });
  // Otherwise its process stays as long as this one.
  await stop();
  fs.writeFileSync(path.join(folder, 'index.html'), shell(folder, metafile.outputs));
  fs.writeFileSync(path.join(folder, 'asyncapi.html'), topicsPage(folder, metafile.outputs));
  const made = [
    'index.html',
    'asyncapi.html',
    ...Object.keys(metafile.outputs).map((file) => path.basename(file)),
  ];
  for (const name of made) pack(path.join(folder, name));
  for (const name of fs.readdirSync(folder))
    if (!made.includes(name.replace(/\.(br|gz)$/, ''))) fs.rmSync(path.join(folder, name), { force: true });
}

function made(folder, outputs, base) {
  return (entry) => {
    const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry);
    const name = path.basename(file);
    const digest = createHash('sha384')
      .update(fs.readFileSync(path.join(folder, name)))
      .digest('base64');
    return { href: base + name, integrity: `sha384-${digest}` };
  };
}

function topicsPage(folder, outputs) {
  const [script, style] = TOPICS.map(made(folder, outputs, '/asyncapi/assets/'));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Topics · Waybill</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style.href}" integrity="${style.integrity}">
<script type="module" src="${script.href}" integrity="${script.integrity}"></script>
</head>
<body><div id="asyncapi"></div><noscript>The same without JavaScript: <a href="/asyncapi">/asyncapi</a></noscript></body>
</html>
`;
}

function shell(folder, outputs) {
  const [script, style, icon] = CONSOLE.map(made(folder, outputs, '/console/assets/'));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Waybill console</title>
<link rel="icon" href="${icon.href}">
<link rel="stylesheet" href="${style.href}" integrity="${style.integrity}">
<script type="module" src="${script.href}" integrity="${script.integrity}"></script>
</head>
<body><div id="console"></div><noscript>The console needs JavaScript; the same is in the API: /docs</noscript></body>
</html>
`;
}

/** Once here instead of at every request. */
function pack(file) {
  if (!/\.(html|js|css|svg)$/.test(file)) return;
  const bytes = fs.readFileSync(file);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 };
  fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes, { params }));
  fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }));
}

if (process.argv[1] === import.meta.filename) {
  await buildConsole(path.resolve(process.argv[2] ?? path.join(root, 'dist', 'web')));
}
