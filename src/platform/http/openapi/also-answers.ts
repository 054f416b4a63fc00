import { ApiExtension } from '@nestjs/swagger';

/**
 * Problems that a route answers beside those of its room: of other rooms that it asks, and, where anybody may call it, of its
 * own. A suite that meets one which is not declared fails.
 */
export const AlsoAnswers = (...codes: readonly string[]): MethodDecorator =>
  ApiExtension('x-problems', codes);
