import { shipped } from '../goods.mjs';

const reports = [
  ['sales', 'What was sold, by interval and currency', '&interval=day&timeZone=Europe/Dublin'],
  ['funnel', 'How far orders come, and how long each step takes', ''],
  ['top-products', 'What sells', '&limit=5'],
  ['cancellations', 'Why orders end', ''],
  ['stock-turnover', 'How often the shelf is emptied', ''],
  ['customers', 'Who orders', ''],
];

export const analytics = {
  name: 'analytics',
  title: 'Reports',
  about: `Read models again, made for this one purpose: each report says up to which position of the log it is true, and
    is also a table for a spreadsheet.`,
  async walk(tour) {
    await shipped(tour);
    const day = 86_400_000;
    const date = (at) => new Date(at).toISOString().slice(0, 10);
    const period = `from=${date(Date.now() - 7 * day)}&to=${date(Date.now() + day)}`;
    for (const [name, title, more] of reports) {
      await tour.step(title, {
        ...{ get: `/v1/analytics/${name}?${period}${more}`, until: name === 'sales' },
        ...{ see: { items: name === 'sales' ? [{}] : Array.isArray, asOfPosition: Number.isInteger } },
        toSee: 'rows, and asOfPosition',
      });
    }
    await tour.step('The same as a table', {
      ...{ get: `/v1/analytics/sales?${period}`, headers: { accept: 'text/csv' } },
      ...{ header: { 'content-type': /text\/csv/ }, toSee: 'CSV' },
    });
  },
};
