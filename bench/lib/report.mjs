/** A row of the bench as a table for a terminal. */
import { round } from './numbers.mjs';

const columns = [
  ['in flight', (it) => it.inFlight],
  ['per second', (it) => it.perSecond && ranged(it.perSecond)],
  ['ratio', (it) => it.ratio && ranged(it.ratio)],
  ['CPU ms app', (it) => it.cpuMs && ranged(it.cpuMs.application)],
  ['CPU ms pg', (it) => it.cpuMs && ranged(it.cpuMs.postgres)],
  ['CPU ms all', (it) => it.cpuMs && ranged(it.cpuMs.total)],
  ['writing tx', (it) => it.writes && round(it.writes.median)],
  ['WAL KiB', (it) => it.walKiB && round(it.walKiB.median)],
  // Under too much load Waybill says no at once, and says so here.
  ['refused', (it) => it.refused && `${round(it.refused.median * 100)} %`],
  ['answered ms p50/p99', (it) => times(it.acceptedMs)],
  ['done ms p50/p99', (it) => times(it.shippedMs)],
];

/** The middle, and the smallest and largest when there were several runs. */
function ranged({ median, min, max, runs }) {
  return runs === 1 ? `${round(median)}` : `${round(median)} (${round(min)}-${round(max)})`;
}

const times = (of) => of && `${round(of.p50.median)} / ${round(of.p99.median)}`;

export function printed({ row, about, notes, subjects }) {
  const used = columns.filter(([, read]) => subjects.some((it) => read(it) !== undefined));
  const lines = [
    ['', ...used.map(([title]) => title)],
    ...subjects.map((it) => [it.subject, ...used.map(([, read]) => String(read(it) ?? ''))]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const shown = lines.map((line) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '),
  );
  const said = Object.entries(notes).map(
    ([name, value]) => `${name}: ${typeof value === 'number' ? round(value) : value}`,
  );
  return [`\n${row}: ${about}`, ...shown, ...said].join('\n');
}
