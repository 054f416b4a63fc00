/** What a tour does not show at work, each with its reason. The test of the tour holds this to what the server serves. */

const nothingIsParked = 'nothing is parked on a healthy server; only the refusal is shown';
const nothingIsStuck = 'nothing is stuck on a healthy server; only the refusal is shown';
const noDeadLetters = 'there are none without records on Kafka; only the refusal is shown';

const neverEnds = 'it goes on for as long as somebody watches: the console does';

/** Served, and at work only when something is broken that nobody can break from outside. */
const notWalked = {
  'GET /v1/ops/events/live': neverEnds,
  'GET /v1/ops/attention/live': neverEnds,
  'POST /v1/ops/parked/{id}/retry': nothingIsParked,
  'POST /v1/ops/parked/{id}/discard': nothingIsParked,
  'POST /v1/ops/operations': nothingIsStuck,
  'GET /v1/ops/operations/{id}': nothingIsStuck,
  'GET /v1/ops/operations/{id}/items': nothingIsStuck,
  'POST /v1/ops/operations/{id}/stop': nothingIsStuck,
  'POST /v1/ops/dead-letters/{id}/replay': noDeadLetters,
  'POST /v1/ops/dead-letters/{id}/discard': noDeadLetters,
  'POST /v1/payments/{id}/refunds/{refundId}/record': 'the simulated gateway pays every transfer out',
  'POST /v1/ops/sagas/{orderId}/resolve': 'nothing that is undone fails here; only the refusal is shown',
  'POST /v1/ops/subscriptions/{name}/rewind':
    'for a log that has lost its end to a restore; only the refusal is shown',
  'POST /mcp': 'assistants speak JSON-RPC there; what they do are the operations shown here',
};

/** In the contract, and not served yet. A line goes when the operation comes. */
const notThere = {};

/**
 * @param {import('./operations.mjs').Operations} operations
 * @param {Map<string, string>} unshown what this server, set as it is, cannot show, and why
 */
export function leftOut(operations, unshown) {
  const walked = new Set(operations.walked);
  const rest = operations.names.filter((name) => !walked.has(name));
  const reasonFor = (name) => notWalked[name] ?? unshown.get(name);
  const rows = (names, reason) => names.map((operation) => ({ operation, reason: reason(operation) }));
  const absent = Object.keys(notThere).filter((name) => !operations.has(name));
  return {
    notWalked: rows(rest.filter(reasonFor), reasonFor),
    notThere: rows(absent, (name) => notThere[name]),
    /** Served, neither shown nor listed here: somebody has added an operation. */
    forgotten: rest.filter((name) => !reasonFor(name)),
    /** Listed as not shown, and shown all the same. */
    outdated: Object.keys(notWalked).filter((name) => walked.has(name)),
  };
}
