import { ApiExtension } from '@nestjs/swagger';

/** Problems of other rooms that a route hands on. Suites that meet one which is not declared fail. */
export const AlsoAnswers = (...codes: readonly string[]): MethodDecorator =>
  ApiExtension('x-problems', codes);
