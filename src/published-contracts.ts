import { publications, questions } from './integration.module.js';
import { consumptions } from './platform/kafka/consumes.js';
import { contractsOf, type Contract } from './platform/kafka/contracts.js';

/** Every kind of record that Waybill sends or reads; kept as JSON Schema under `contracts/`. */
export const contracts = (): Contract[] => contractsOf(publications, consumptions(), questions);
