import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { approvalSchema, OnePersonIsEnough, unlessAwaited } from '../platform/approvals/approval.js';
import { Approvals } from '../platform/approvals/approvals.js';
import { derivedId } from '../platform/core/ids.js';
import { uuid } from '../platform/core/schemas.js';
import { demandVersion } from '../platform/cqrs/expected-version.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { WriteReply } from '../platform/http/replies.js';
import { AlsoAnswers } from '../platform/http/openapi/also-answers.js';
import { GetPayment } from '../payments/contract.js';
import { GetShipment, lossBody, lossView, settledLoss, SettleLoss } from '../shipping/contract.js';

/** What waits for a second person above a limit. */
export const LOSS_REFUND = 'shipment.refund';

const ofLosses = ['shipment.not-found', 'shipment.not-lost', 'shipment.loss-settled'];

/** What an operator can do about a parcel that the carrier has lost; one of two, once. */
@ApiTags('Shipments')
@Controller('v1/shipments/:id')
@Allow('operator')
export class LostParcelsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly approvals: Approvals,
  ) {}

  @Post('send-again')
  @OnePersonIsEnough('goods leave, and no money')
  @AlsoAnswers(...ofLosses, 'shipment.cannot-send-again')
  @Idempotent()
  @ApiOperation({
    operationId: 'sendShipmentAgain',
    summary: 'Send the goods of a lost parcel again',
    description:
      'Another shipment of the order, from stock, to the same address; nothing is charged. Said again it changes nothing.',
  })
  @ApiAcceptedResponse({ standardSchema: settledLoss })
  @WriteReply({ status: 202, view: lossView })
  sendAgain(
    @Param('id', { schema: uuid }) shipmentId: string,
    @Body({ schema: lossBody }) { reason }: z.output<typeof lossBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(
      new SettleLoss({ shipmentId, reason, outcome: 'sent-again' }, { ...by, reason }),
    );
  }

  @Post('refund')
  @AlsoAnswers(...ofLosses)
  @Idempotent()
  @ApiOperation({
    operationId: 'refundLostShipment',
    summary: 'Give back what was paid for a lost parcel',
    description: 'All that is left of the payment. Said again it changes nothing.',
  })
  @ApiAcceptedResponse({ standardSchema: settledLoss.or(approvalSchema) })
  @WriteReply(unlessAwaited({ status: 202, view: lossView, location: ({ id }) => `/v1/shipments/${id}` }))
  async refund(
    @Param('id', { schema: uuid }) shipmentId: string,
    @Body({ schema: lossBody }) { reason }: z.output<typeof lossBody>,
    @By() by: CommandContext,
  ) {
    const data = { shipmentId, reason, outcome: 'refunded' } as const;
    const { orderId, state, loss, version } = await this.queries.execute(
      new GetShipment(shipmentId, by.actor),
    );
    const settle = () => this.commands.execute(new SettleLoss(data, { ...by, reason }));
    // Nobody is asked to agree to what is refused or done anyway, or has changed since.
    demandVersion(by.append?.expectedVersion, version);
    if (state !== 'lost' || loss) return settle();
    const payment = new GetPayment(derivedId(orderId, 'payment'), by.actor);
    const { captured, refunded } = await this.queries.execute(payment);
    const money = { amountMinor: captured.amountMinor - refunded.amountMinor, currency: captured.currency };
    const wish = { action: LOSS_REFUND, object: shipmentId, ...money, data, reason };
    return (await this.approvals.awaited(wish, by)) ?? settle();
  }
}
