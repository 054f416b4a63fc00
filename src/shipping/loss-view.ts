import { z } from 'zod';
import { uuid } from '../platform/core/schemas.js';
import type { Shown } from '../platform/http/replies.js';
import type { ShipmentState } from './shipment.state.js';
import { lossOutcome } from './vocabulary.js';

export const settledLoss = z
  .object({
    shipmentId: uuid,
    outcome: lossOutcome,
    replacementId: uuid.optional().meta({ description: 'the shipment that goes instead' }),
    version: z.int(),
  })
  .meta({ id: 'SettledLoss' });

/** What was decided about a lost parcel. */
export function lossView({ id, version, state }: Shown<ShipmentState>): z.output<typeof settledLoss> {
  if (!('loss' in state) || !state.loss) throw new Error(`nothing was decided about shipment ${id}`);
  return { shipmentId: id, ...state.loss, version };
}
