/** The product inside this process, still: no subscriptions, no steps, no HTTP; its own append, load and rules. */
import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';

/** @param activities what it does by itself; nothing unless said */
export async function inside(url, activities = []) {
  const { AppModule } = await import('../../dist/app.module.js');
  const { readConfig } = await import('../../dist/platform/config.js');
  const secret = randomBytes(36).toString('base64');
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    AUTH_JWT_SECRET: secret,
    LOG_LEVEL: 'error',
  });
  const does = { activities, writes: true };
  return NestFactory.createApplicationContext(AppModule.with(config, does), { logger: ['error'] });
}

/** A provider of the product, by the file of the build it stands in. */
export async function provider(app, file, name) {
  const module = await import(`../../dist/${file}.js`);
  return app.get(module[name], { strict: false });
}
