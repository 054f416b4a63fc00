import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiOkResponse, ApiOperation, ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Allow } from '../http/access.js';
import { ownVersion } from '../telemetry/own-version.js';
import { toolsOf, UselessCall, type ApiRequest, type Tool } from './tools.js';

/** A model reads what it is answered: more is a page of its own. */
const MOST_TEXT = 100_000;
const instructions = `Waybill fulfils orders. Begin with listAttention: what waits for a person, and why.
Nothing is changed without a look: call preview_<verb>, tell the person what it shows, then <verb> with its previewToken
and a reason. Everything is recorded under the name of whoever's token this is.`;

/** The operations of the API as tools, for assistants of operators; each call is a request of the caller's own. */
@ApiTags('Operations')
@Controller('mcp')
@Allow('operator')
export class McpController {
  private tools: Promise<ReadonlyMap<string, Tool>> | undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  /** Without sessions: every request stands alone, on whichever instance it arrives. */
  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'callTool',
    summary: 'The Model Context Protocol, for assistants of operators (Streamable HTTP, without sessions)',
    description:
      'JSON-RPC: `initialize`, `tools/list`, `tools/call`. Verbs are called only after their own preview.',
  })
  @ApiOkResponse({
    description: 'the answer in JSON-RPC',
    content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
  })
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const server = new Server(
      { name: 'waybill', version: ownVersion() },
      { capabilities: { tools: {} }, instructions },
    );
    server.setRequestHandler(ListToolsRequestSchema, async () => ({
      tools: [...(await this.known(request)).values()].map(
        ({ name, description, inputSchema, annotations }) => ({
          ...{ name, description, inputSchema, annotations },
        }),
      ),
    }));
    server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
      this.call(request, params.name, params.arguments ?? {}),
    );
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.hijack();
    reply.raw.once('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request.raw, reply.raw, request.body);
  }

  private async call(
    by: FastifyRequest,
    name: string,
    given: Readonly<Record<string, unknown>>,
  ): Promise<CallToolResult> {
    const tool = (await this.known(by)).get(name);
    if (!tool) return said(`there is no tool ${name.slice(0, 100)}`, true);
    try {
      const { status, text } = await this.ask(by, tool.request(given));
      return said(text.slice(0, MOST_TEXT), status >= 400);
    } catch (error) {
      if (error instanceof UselessCall) return said(error.message, true);
      throw error;
    }
  }

  /** Through the same door as everybody: admitted, validated, decided and recorded alike. */
  private async ask(by: FastifyRequest, { method, url, body, headers }: ApiRequest) {
    const { authorization } = by.headers;
    const reply = await fetch(this.ownAddress() + url, {
      method,
      redirect: 'error',
      headers: {
        ...headers,
        ...(authorization && { authorization }),
        'x-request-id': by.id,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: reply.status, text: await reply.text() };
  }

  private ownAddress(): string {
    const server = this.host.httpAdapter.getHttpServer() as HttpServer;
    const { address, port, family } = server.address() as AddressInfo;
    const anywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
    const host = anywhere[address] ?? address;
    return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}`;
  }

  private known(by: FastifyRequest): Promise<ReadonlyMap<string, Tool>> {
    this.tools ??= this.ask(by, { method: 'GET', url: '/openapi.json' }).then(({ status, text }) => {
      if (status !== 200) throw new Error(`the API does not describe itself: ${text.slice(0, 500)}`);
      return toolsOf(JSON.parse(text) as OpenAPIObject);
    });
    this.tools.catch(() => (this.tools = undefined));
    return this.tools;
  }
}

const said = (text: string, isError: boolean): CallToolResult => ({
  content: [{ type: 'text', text }],
  ...(isError && { isError }),
});
