/** Integer minor units (cents, pence, yen) of one ISO 4217 currency. Never a float. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/**
 * Multiplies a unit price. Exact or an error.
 *
 * @throws RangeError past 9,007,199,254,740,991 minor units or on a fractional factor
 */
export function times(price: Money, quantity: number): Money {
  return { amountMinor: exact(price.amountMinor * quantity), currency: price.currency };
}

/**
 * Sums amounts of one currency.
 *
 * @throws RangeError on overflow, TypeError when currencies differ
 */
export function sum(currency: string, amounts: readonly Money[]): Money {
  let total = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new TypeError(`cannot add ${amount.currency} to ${currency}`);
    total = exact(total + amount.amountMinor);
  }
  return { amountMinor: total, currency };
}

function exact(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError('the amount leaves the exact range of minor units');
  return amount;
}

/**
 * ISO 4217: how many decimal places the minor unit of a currency stands for. Precious metals, funds of banks and test
 * codes have none, and are not here.
 */
const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: `BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF`,
    2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD
    CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA
    MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR
    RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
    TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
    3: `BHD IQD JOD KWD LYD OMR TND`,
    4: `CLF UYW`,
  }).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, Number(exponent)]),
  ),
);

export const isCurrency = (code: string): boolean => exponents.has(code);

/**
 * Decimal places of a currency's minor unit: 0 for JPY, 2 for EUR, 3 for KWD.
 *
 * @throws RangeError for what is no currency of ISO 4217
 */
export function exponentOf(currency: string): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined)
    throw new RangeError(`${currency} is no currency of ISO 4217 that has minor units`);
  return exponent;
}

/** Money in a sentence: `12.50 EUR`, `550 JPY`. A currency that nobody knows is shown in minor units, and says so. */
export function inWords({ amountMinor, currency }: Money): string {
  const exponent = exponents.get(currency);
  if (exponent === undefined) return `${amountMinor} minor units of ${currency}`;
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const part = digits.slice(digits.length - exponent);
  return `${amountMinor < 0 ? '-' : ''}${whole}${part && `.${part}`} ${currency}`;
}

/**
 * The minor units of a decimal amount, exact: `12.5` of EUR are 1250, `550` of JPY are 550, `1.250` of KWD are 1250.
 *
 * @returns undefined for what is no plain decimal number, is finer than the minor unit, or leaves the exact range
 * @throws RangeError for what is no currency of ISO 4217
 */
export function minorUnits(decimal: string, currency: string): number | undefined {
  const exponent = exponentOf(currency);
  const [, sign, whole, part = ''] = /^([+-]?)(\d{1,16})(?:\.(\d{1,20}))?$/.exec(decimal) ?? [];
  if (whole === undefined || /[^0]/.test(part.slice(exponent))) return undefined;
  const units = Number(whole + part.slice(0, exponent).padEnd(exponent, '0'));
  if (!Number.isSafeInteger(units)) return undefined;
  return sign === '-' && units !== 0 ? -units : units;
}
