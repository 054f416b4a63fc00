import type { components } from '../../packages/client/src/api.js';

/** As the OpenAPI document has them. */
export type Schemas = components['schemas'];
