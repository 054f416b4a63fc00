/** CPU time of processes, from /proc: what an order costs, whoever else loads the machine. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

let tick;
const ticksPerSecond = () => (tick ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })));

/** Fields of /proc/<pid>/stat after the name, which may hold anything. */
function statOf(pid) {
  try {
    return fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

/** A process and all that descend from it. */
function tree(root) {
  const children = new Map();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(name)?.[1];
    if (parent) children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const found = [String(root)];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/**
 * Milliseconds of CPU that a process, its children, and those it has buried have used.
 *
 * @param {number} root
 * @param {readonly number[]} except processes of the tree that belong to the measuring
 */
export function cpuMs(root, except = []) {
  const spared = new Set(except.map(String));
  let ticks = 0;
  for (const pid of tree(root)) {
    const stat = spared.has(pid) ? undefined : statOf(pid);
    if (!stat) continue;
    ticks += Number(stat[11]) + Number(stat[12]);
    // Only what the root has buried: a child's dead are its own descendants' past, counted when it dies.
    if (pid === String(root)) ticks += Number(stat[13]) + Number(stat[14]);
  }
  return (ticks * 1000) / ticksPerSecond();
}

export const canMeasure = () => process.platform === 'linux';
