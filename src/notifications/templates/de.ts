import type { Words } from './texts.js';

export const de: Words = {
  greeting: 'Guten Tag,',
  closing: 'Vielen Dank für Ihre Bestellung.',
  columns: { item: 'Artikel', total: 'Summe' },
  mails: {
    'order-confirmed': ({ number }) => ({
      subject: `Ihre Bestellung ${number} ist bei uns`,
      paragraphs: [`wir haben Ihre Bestellung ${number} erhalten und machen sie fertig.`],
      withItems: true,
    }),
    'payment-received': ({ number, total }) => ({
      subject: `Zahlung für Bestellung ${number} erhalten`,
      paragraphs: [`wir haben Ihre Zahlung über ${total} für die Bestellung ${number} erhalten.`],
    }),
    'order-shipped': ({ number, carrier, trackingNumber }) => ({
      subject: `Ihre Bestellung ${number} ist unterwegs`,
      paragraphs: [
        `Ihre Bestellung ${number} hat unser Haus mit ${carrier} verlassen.`,
        `Mit der Sendungsnummer ${trackingNumber} können Sie das Paket verfolgen.`,
      ],
      withItems: true,
    }),
    'order-delivered': ({ number }) => ({
      subject: `Ihre Bestellung ${number} ist angekommen`,
      paragraphs: [
        `Ihre Bestellung ${number} wurde zugestellt.`,
        'Wenn etwas nicht in Ordnung ist, melden Sie sich bitte bei uns.',
      ],
    }),
    'order-cancelled': ({ number, cancelled }) => ({
      subject: `Ihre Bestellung ${number} wurde storniert`,
      paragraphs: [
        `Ihre Bestellung ${number} wurde storniert.`,
        why[cancelled?.code ?? 'operator'],
        'Was Sie dafür bezahlt haben, erhalten Sie auf demselben Weg zurück.',
      ],
    }),
    'refund-sent': ({ number, amount }) => ({
      subject: `Erstattung für Bestellung ${number}`,
      paragraphs: [
        `wir haben ${amount} für Ihre Bestellung ${number} auf demselben Weg erstattet, auf dem Sie bezahlt haben.`,
        'Es kann einige Tage dauern, bis der Betrag auf Ihrem Konto ist.',
      ],
    }),
    'return-approved': ({ number }) => ({
      subject: `Ihre Rücksendung zu Bestellung ${number}`,
      paragraphs: [
        `Sie können zurücksenden, was Sie aus Ihrer Bestellung ${number} zurückgeben möchten.`,
        'Sobald es bei uns ist, erstatten wir Ihnen den Betrag.',
      ],
    }),
  },
};

const why = {
  'insufficient-stock': 'Leider ist nicht alles, was Sie bestellt haben, vorrätig.',
  'payment-declined': 'Die Zahlung wurde abgelehnt.',
  'payment-timeout': 'Die Zahlung ist nicht rechtzeitig eingegangen.',
  'shipment-refused': 'Der Paketdienst liefert nicht an Ihre Adresse.',
  'customer-request': 'Sie haben uns darum gebeten.',
  operator: 'Es tut uns leid, dass wir sie nicht ausführen konnten.',
} as const;
