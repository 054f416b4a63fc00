/** What a tour does not show, each with its reason. The test of the tour holds these lists to what the server serves. */

/** Served; at work only when something is broken that nobody can break from outside. */
const notWalked = {
  'POST /v1/ops/parked/{id}/retry': 'nothing is parked on a healthy server; the list is shown',
  'POST /v1/ops/parked/{id}/discard': 'nothing is parked on a healthy server; the list is shown',
};

/** In the contract; this version does not serve it. */
const notThere = {
};

/** @param {import('./operations.mjs').Operations} operations @param {Map<string, string>} unshown by the settings of this server */
export function leftOut(operations, unshown) {
  const walked = new Set(operations.walked);
  const rest = operations.names.filter((name) => !walked.has(name));
  const reasonFor = (name) => notWalked[name] ?? unshown.get(name);
  const rows = (names, reason) => names.map((operation) => ({ operation, reason: reason(operation) }));
  return {
    notWalked: rows(rest.filter(reasonFor), reasonFor),
    notThere: rows(
      Object.keys(notThere).filter((name) => !operations.has(name)),
      (name) => notThere[name],
    ),
    forgotten: rest.filter((name) => !reasonFor(name)),
    /** Declared as not shown, and shown all the same. */
    outdated: Object.keys(notWalked).filter((name) => walked.has(name)),
  };
}
