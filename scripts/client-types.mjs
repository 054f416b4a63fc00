// The types of @waybill/client, made from the OpenAPI document (npm run contracts).
import openapiTS, { astToString } from 'openapi-typescript';

const head = '// Made by `npm run contracts` from contracts/openapi.json: not to be changed by hand.\n\n';

/**
 * @param {object} document OpenAPI 3.1
 * @returns {Promise<string>} a TypeScript module
 */
export async function clientTypes(document) {
  const tree = await openapiTS(structuredClone(document), {
    alphabetize: true,
    silent: true,
  });
  return head + astToString(tree);
}
