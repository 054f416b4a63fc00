import { escape, page } from './html-page.js';
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
