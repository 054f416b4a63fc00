import { configOrExit } from './platform/config.js';
import { loadDotEnv } from './platform/dot-env.js';

loadDotEnv();
const config = configOrExit();
// Loading the application takes ten times as long as telling that a setting is wrong.
const { serve } = await import('./serve.js');
await serve(config);
