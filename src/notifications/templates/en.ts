import type { Words } from './texts.js';

export const en: Words = {
  greeting: 'Hello,',
  closing: 'Thank you for your order.',
  columns: { item: 'Item', total: 'Total' },
  mails: {
    'order-confirmed': ({ number }) => ({
      subject: `We have your order ${number}`,
      paragraphs: [`we have received your order ${number} and are getting it ready.`],
      withItems: true,
    }),
    'payment-received': ({ number, total }) => ({
      subject: `Payment received for order ${number}`,
      paragraphs: [`we have received your payment of ${total} for the order ${number}.`],
    }),
    'order-shipped': ({ number, carrier, trackingNumber }) => ({
      subject: `Your order ${number} is on its way`,
      paragraphs: [
        `your order ${number} has left us with ${carrier}.`,
        `You can follow the parcel by its tracking number ${trackingNumber}.`,
      ],
      withItems: true,
    }),
    'order-delivered': ({ number }) => ({
      subject: `Your order ${number} has arrived`,
      paragraphs: [
        `your order ${number} has been delivered.`,
        'If anything is not as it should be, please let us know.',
      ],
    }),
    'order-cancelled': ({ number, cancelled }) => ({
      subject: `Your order ${number} was cancelled`,
      paragraphs: [
        `your order ${number} was cancelled.`,
        why[cancelled?.code ?? 'operator'],
        'What you had paid for it is paid back the way it came.',
      ],
    }),
    'refund-sent': ({ number, amount }) => ({
      subject: `Refund for order ${number}`,
      paragraphs: [
        `we have paid back ${amount} for your order ${number}, the way you had paid.`,
        'It may take a few days until it is on your account.',
      ],
    }),
    'return-approved': ({ number }) => ({
      subject: `Your return of order ${number}`,
      paragraphs: [
        `you can send back what you asked to return of your order ${number}.`,
        'We pay the money back as soon as it has arrived here.',
      ],
    }),
  },
};

const why = {
  'insufficient-stock': 'Unfortunately not everything you ordered is in stock.',
  'payment-declined': 'The payment was declined.',
  'payment-timeout': 'The payment did not arrive in time.',
  'shipment-refused': 'The carrier does not deliver to your address.',
  'customer-request': 'You asked us to.',
  operator: 'We are sorry that we could not carry it out.',
} as const;
