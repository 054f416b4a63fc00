import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '../platform/event-store/database.js';
import { GetTrialBalance, type TrialBalance } from './contract.js';
import { MOVED } from './ledger-closings.js';
import { accountKinds, type AccountKind } from './vocabulary.js';

interface Row {
  readonly kind: AccountKind;
  readonly currency: string;
  readonly debit: number;
  readonly credit: number;
}

const SUMS = `
  with moved as (${MOVED})
  select kind, currency, sum(debit)::bigint as debit, sum(credit)::bigint as credit from (
    select debit_kind as kind, currency, amount_minor as debit, 0 as credit from moved
    union all
    select credit_kind, currency, 0, amount_minor from moved) sides
  group by 1, 2`;

/** Every kind in every currency that was ever used, also where nothing moved. */
@QueryHandler(GetTrialBalance)
export class GetTrialBalanceHandler implements IQueryHandler<GetTrialBalance> {
  constructor(private readonly database: Database) {}

  async execute({ asOf }: GetTrialBalance): Promise<TrialBalance> {
    const [now] = await this.database.query<{ at: Date }>(
      `select coalesce($1::timestamptz, date_trunc('milliseconds', platform.time_of_log())) as at`,
      [asOf ?? null],
    );
    const rows = await this.database.query<Row>(SUMS, [now!.at]);
    const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
    const items = currencies.flatMap((currency) => accountKinds.map((kind) => line(rows, kind, currency)));
    const totals = currencies.map((currency) => ({
      currency,
      balanceMinor: items
        .filter((item) => item.currency === currency)
        .reduce((total, { balanceMinor }) => total + balanceMinor, 0),
    }));
    return { asOf: now!.at.toISOString(), items, totals };
  }
}

function line(rows: readonly Row[], kind: AccountKind, currency: string): TrialBalance['items'][number] {
  const row = rows.find((one) => one.kind === kind && one.currency === currency);
  const { debit, credit } = row ?? { debit: 0, credit: 0 };
  return { kind, currency, debitMinor: debit, creditMinor: credit, balanceMinor: credit - debit };
}
