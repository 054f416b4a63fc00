import { derivedId } from '../core/ids.js';
import type { CommandContext } from '../cqrs/command.js';

/**
 * The context of one of the several appends of a command that talks to the outside world. The same step of the same
 * command has the same id after a crash, so it is stored once. What must commit with the outcome of the command
 * (the idempotency record) does not commit with a step.
 *
 * @param by the command's own context
 * @param label names the step within the command
 */
export const step = (by: CommandContext, label: string): CommandContext => ({
  ...by,
  commandId: derivedId(by.commandId, label),
  append: undefined,
});
