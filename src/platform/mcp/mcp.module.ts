import { Module } from '@nestjs/common';
import { McpController } from './mcp.controller.js';

/** The API for assistants: the same operations, the same rules, the same record. */
@Module({ controllers: [McpController] })
export class McpModule {}
