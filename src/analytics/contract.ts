/** The door: `GetReport` with one of these. */
export { cancellations } from './cancellations.js';
export { customers } from './customers.js';
export { funnel } from './funnel.js';
export { GetReport, type ReportView } from './report.js';
export { sales } from './sales.js';
export { stockTurnover } from './stock-turnover.js';
export { topProducts } from './top-products.js';
