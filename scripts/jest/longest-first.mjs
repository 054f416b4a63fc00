import TestSequencer from '@jest/test-sequencer';

/** Whole processes are started, killed and waited for there: begun last, one of them would keep a single core busy. */
const LONG =
  /\/test\/((faults|campaign)\/|(start|generators|console(-screens)?|idle|dot-env|looking|demo-tour|fulfilment|http-load|operations|backup)\.)/;

/** Jest knows how long each file took the last time; on a machine that has never run them it goes by their size. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => LONG.test(path.replaceAll('\\', '/'));
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
