/** A page for people. No script, no third party. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>${escape(title)} · Waybill</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1c2330;background:#fff}
h2{font-size:1.05rem;margin:1.5rem 0 .25rem}pre{background:#f2f4f7;padding:1rem;overflow:auto}td,th{text-align:left;padding:.25rem 1rem .25rem 0}
@media (prefers-color-scheme:dark){body{color:#e6e9ef;background:#14181f}pre{background:#1f2530}a{color:#8ab4ff}}</style></head>
<body><h1>${escape(title)}</h1>
${body}</body></html>
`;

export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
