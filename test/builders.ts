/** The goods, the addresses and the money that suites order with. */
export const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
export const card = (token: string) => ({ type: 'card', token });
export const bankTransfer = { type: 'bank_transfer' };
export const address = {
  name: 'Ada Byron',
  line1: '1 Analytical St',
  city: 'London',
  postalCode: 'N1 7AA',
  country: 'GB',
};
/** Where the simulated carrier behaves as the code says. */
export const to = (postalCode: string) => ({ ...address, postalCode });

/** The body of `POST /v1/products`. */
export const product = (sku: string, over: object = {}) => ({
  ...{ sku, name: `A ${sku}`, category: 'things', price: eur(1_250) },
  ...over,
});

/** The body of `POST /v1/orders`: one mug, paid by a card that works, confirmed at once. */
export const order = (customerId: string, over: object = {}) => ({
  customerId,
  currency: 'EUR',
  items: [{ sku: 'MUG', quantity: 1 }],
  shippingAddress: address,
  paymentMethod: card('tok_ok'),
  confirm: true,
  ...over,
});
