/** The CPU of each subject as bars, application and PostgreSQL apart, one panel a row of the bench: an SVG file. */
import fs from 'node:fs';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

export async function plotted(results, file) {
  const panels = results.map(panel).filter(({ data }) => data.values.length > 0);
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    background: 'white',
    vconcat: panels,
    config: { view: { stroke: null }, axis: { labelLimit: 420 } },
    resolve: { scale: { x: 'independent', y: 'independent' } },
  };
  const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: 'none' });
  fs.writeFileSync(file, await view.toSVG());
}

function panel({ row, about, subjects }) {
  const values = subjects
    .filter(({ cpuMs }) => cpuMs)
    .flatMap(({ subject, inFlight, cpuMs }) =>
      ['application', 'postgres'].map((side) => ({
        who: inFlight === undefined ? subject : `${subject} (${inFlight} in flight)`,
        side,
        cpuMs: cpuMs[side].median,
      })),
    );
  return {
    title: { text: `${row}: ${about}`, anchor: 'start' },
    width: 520,
    data: { values },
    mark: 'bar',
    encoding: {
      y: { field: 'who', type: 'nominal', sort: null, title: null },
      x: { field: 'cpuMs', type: 'quantitative', title: 'CPU milliseconds, median' },
      color: { field: 'side', type: 'nominal', title: 'CPU of' },
      order: { field: 'side' },
    },
  };
}
