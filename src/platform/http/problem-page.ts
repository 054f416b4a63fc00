import type { ShownProblem } from './problems.controller.js';

/** A problem as a page for people. No script, no third party. */
export const pageOfProblem = (problem: ShownProblem): string =>
  page(
    problem.title,
    `<p class="code">${problem.status} · <code>${escape(problem.code)}</code></p>
<h2>Why</h2><p>${escape(problem.cause)}</p>
<h2>What to do</h2><p>${escape(problem.fix)}</p>
<p>${problem.retryable ? 'Sending the same request again may work.' : 'Sending the same request again will not help.'}</p>
<h2>What it looks like</h2><pre>${escape(JSON.stringify(problem.example, null, 2))}</pre>
<p><a href="/problems">All problems</a></p>`,
  );

export const pageOfProblems = (problems: readonly ShownProblem[]): string =>
  page('Problems', `<table><tr><th>Status<th>Code<th>Meaning</tr>${problems.map(rowOf).join('')}</table>`);

const rowOf = ({ status, type, code, title }: ShownProblem): string =>
  `<tr><td>${status}<td><a href="${escape(type)}"><code>${escape(code)}</code></a><td>${escape(title)}</tr>`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)} · Waybill</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1c2330;background:#fff}
h2{font-size:1.05rem;margin:1.5rem 0 .25rem}pre{background:#f2f4f7;padding:1rem;overflow:auto}td,th{text-align:left;padding:.25rem 1rem .25rem 0}
@media (prefers-color-scheme:dark){body{color:#e6e9ef;background:#14181f}pre{background:#1f2530}a{color:#8ab4ff}}</style></head>
<body><h1>${escape(title)}</h1>
${body}</body></html>
`;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
