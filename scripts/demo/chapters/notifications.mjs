import { delivered } from '../goods.mjs';
import { has } from '../seen.mjs';

export const notifications = {
  name: 'notifications',
  title: 'What customers are written',
  about: `One mail for each occasion, in the language of the customer, or none if they want none. Without a mail server
    (NOTIFY_SMTP_URL) the mails are kept in the outbox and can be read there.`,
  async walk(tour) {
    const contact = `/v1/customers/${tour.customerId}/contact`;
    await tour.step('A customer says where to write, and in which language', {
      ...{ put: contact, as: 'customer', body: { email: 'ada@example.com', language: 'de' } },
      ...{ see: { email: 'ada@example.com', language: 'de' }, toSee: 'the address' },
    });
    await tour.step('Looks at it again', {
      ...{ get: contact, as: 'customer', see: { notifications: true }, toSee: 'notifications: true' },
    });
    const { order } = await delivered(tour);
    const about = `${order}/notifications`;
    const list = await tour.step('What was written about the order', {
      ...{ get: about, as: 'customer', until: true, toSee: 'confirmed, paid, shipped, delivered: one each' },
      see: {
        items: (items) =>
          ['order-confirmed', 'payment-received', 'order-shipped', 'order-delivered'].every(
            (template) => items.filter((one) => one.template === template).length === 1,
          ),
      },
    });
    const { id } = list.body.items.find(({ template }) => template === 'order-shipped');
    await tour.step('One of them, as it is read', {
      ...{ get: `/v1/notifications/${id}`, toSee: 'subject and text in German' },
      see: { id, template: 'order-shipped' },
    });
    await tour.step('The list of the shop', {
      ...{ get: '/v1/notifications?template=order-shipped&limit=100', see: { items: has({ id }) } },
      toSee: 'mails of all customers, newest first',
    });
    await tour.step('It did not arrive: once more', {
      ...{ post: `/v1/notifications/${id}/resend`, body: { reason: 'the mailbox was full' }, status: 202 },
      toSee: '202',
    });
    await tour.step('The customer wants no more mails', {
      ...{ delete: contact, as: 'customer', status: 204, toSee: '204: the address is forgotten' },
    });
  },
};
