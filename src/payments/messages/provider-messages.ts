import { Inject, Injectable, Logger } from '@nestjs/common';
import { namedId } from '../../platform/core/ids.js';
import { OutcomePending } from '../../platform/core/outcome-pending.js';
import { Rejection } from '../../platform/core/rejection.js';
import { systemContext, type CommandContext } from '../../platform/cqrs/command.js';
import { AggregateStore } from '../../platform/event-store/aggregate-store.js';
import { Database } from '../../platform/event-store/database.js';
import { decidedBy, step } from '../../platform/outside/errand.js';
import type { ExternalService } from '../../platform/outside/external-service.js';
import { Reconciler } from '../../platform/reconciliation/reconciler.js';
import { lookUpAnswer, PAYMENT_GATEWAY, type PaymentGateway } from '../gateway/payment-gateway.js';
import { PROVIDER_BOOKS } from '../books.js';
import { PAYMENT_WORLD } from '../payment-world.js';
import { RecordPayment } from '../payment.commands.js';
import { isNobodyAsked } from '../payment.tenders.js';
import { payment, recordPayment, settle } from '../payment.decider.js';
import { termsOf } from '../payment.state.js';
import type { PaymentState, Terms } from '../payment.state.js';
import { chargeable } from '../payment.tenders.js';
import { Refunds } from '../refunds.js';
import { WalletPayments } from '../wallet-payments.js';
import type { ProviderMessage } from './provider.js';

/** What came of a message; `repeated`: it came before. */
export type Became = 'applied' | 'nothing-to-do' | 'refused' | 'not-ours' | 'repeated';

const KNOWN = 'select 1 from payments.provider_messages where provider = $1 and message_id = $2';

const KEEP = `
  insert into payments.provider_messages (provider, message_id, type, payment_id, became)
  select provider, "messageId", type, "paymentId", became
  from json_to_recordset($1::json) as r(provider text, "messageId" text, type text, "paymentId" uuid, became text)
  order by provider, "messageId"
  on conflict do nothing`;

/**
 * Acts on what providers tell, each message once: the row that says so commits with the events it led to, and the log
 * knows their command. A message may be late, early or lost, so it decides nothing about a charge: it is looked up, as
 * whoever lost track of it would.
 */
@Injectable()
export class ProviderMessages {
  private readonly logger = new Logger(ProviderMessages.name);

  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
    private readonly refunds: Refunds,
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(PAYMENT_WORLD) private readonly world: ExternalService,
    private readonly wallet: WalletPayments,
    private readonly reconciler: Reconciler,
  ) {}

  /** @throws OutcomePending when the gateway does not say now what became of it; the provider tells again later */
  async take(provider: string, message: ProviderMessage): Promise<Became> {
    if ((await this.database.query(KNOWN, [provider, message.id])).length > 0) return 'repeated';
    const rowOf = (became: Became) => {
      const { id: messageId, type, paymentId } = message;
      return { provider, messageId, type, paymentId, became };
    };
    const by: CommandContext = {
      ...systemContext(`provider.${provider}`, {
        commandId: namedId('provider-message', provider, message.id),
      }),
      append: { inline: () => ({ statement: KEEP, row: rowOf('applied') }) },
    };
    const became = await this.act(message, by);
    if (message.charge) await this.reconciler.lookAt(PROVIDER_BOOKS, [message.charge]);
    await this.database.query(KEEP, [JSON.stringify([rowOf(became)])]);
    this.logger.log(`${provider} told ${message.type} of payment ${message.paymentId ?? 'none'}: ${became}`);
    return became;
  }

  private async act({ paymentId, record }: ProviderMessage, by: CommandContext): Promise<Became> {
    if (paymentId === undefined) return 'not-ours';
    const { state } = await this.store.load(payment, paymentId);
    const terms = termsOf(state);
    if (!terms) return 'not-ours';
    if (record) return this.record(new RecordPayment({ paymentId, ...record }, by));
    if (state.status === 'captured') return this.finishRefunds(paymentId, by);
    return isNobodyAsked(terms) ? 'nothing-to-do' : this.lookUp(terms, by);
  }

  private async record(command: RecordPayment): Promise<Became> {
    const { data, by } = command;
    try {
      return await this.changed(data.paymentId, () =>
        this.store.execute(payment, data.paymentId, by, recordPayment(command)),
      );
    } catch (error) {
      if (!(error instanceof Rejection) || !error.code.startsWith('payment.')) throw error;
      this.logger.warn(`payment ${data.paymentId}: a provider tells what cannot be: ${error.message}`);
      return 'refused';
    }
  }

  private finishRefunds(paymentId: string, by: CommandContext): Promise<Became> {
    const contextFor = ({ id }: { id: string }) => ({ ...step(by, id), append: by.append });
    return this.changed(paymentId, () => this.refunds.complete(paymentId, contextFor));
  }

  private async lookUp(terms: Terms, by: CommandContext): Promise<Became> {
    const { paymentId, gatewayKey: key } = terms;
    try {
      const answer = await decidedBy(this.world, 'look up the charge', {
        answer: lookUpAnswer(key, chargeable(terms)),
        ask: (signal) => this.gateway.findCharge(key, signal),
      });
      if (answer.outcome === 'not-found') {
        throw new OutcomePending('the gateway does not show the charge yet', { isUnanswered: true });
      }
      return await this.changed(paymentId, () =>
        this.store.execute(payment, paymentId, by, this.wallet.lettingGo(by, settle(answer, 'look-up'))),
      );
    } catch (error) {
      if (error instanceof OutcomePending && !error.options.isUnanswered) return 'nothing-to-do';
      throw error;
    }
  }

  private async changed(
    paymentId: string,
    work: () => Promise<{ readonly version: number; readonly state: PaymentState }>,
  ): Promise<Became> {
    const before = await this.store.load(payment, paymentId);
    const after = await work();
    return after.version > before.version ? 'applied' : 'nothing-to-do';
  }
}
