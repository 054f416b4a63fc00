/** A durable workflow of three empty steps: what a step costs there, without an order in it. */
import { DBOS } from '@dbos-inc/dbos-sdk';

export const subject = 'DBOS 5.3, three empty steps';

const threeSteps = DBOS.registerWorkflow(
  async () => {
    for (const name of ['reserve', 'pay', 'ship']) await DBOS.runStep(async () => name, { name });
  },
  { name: 'threeSteps' },
);

export async function open(url) {
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, logLevel: 'error', runAdminServer: false });
  await DBOS.launch();
  return { workflow: () => threeSteps(), close: () => DBOS.shutdown() };
}
