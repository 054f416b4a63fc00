import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../platform/config.js';
import { ExternalService, type Asked } from '../platform/outside/external-service.js';
import type { Mail } from './mail.js';

/** What the mail server said about one mail. */
export type Reply =
  | { readonly kind: 'accepted' }
  /** It will never take this one. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** Not now. */
  | { readonly kind: 'deferred'; readonly detail: string };

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}

/** The way to customers: SMTP, a few connections that are kept. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  readonly isOn: boolean;
  private readonly transport;
  private readonly outside: ExternalService;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { NOTIFY_SMTP_URL: url, NOTIFY_TIMEOUT_MS: timeout, NOTIFY_SLOTS: slots } = config;
    this.isOn = url !== undefined;
    const times = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout };
    const bounds = { disableFileAccess: true, disableUrlAccess: true };
    this.transport =
      url === undefined
        ? undefined
        : createTransport({ url, pool: true, maxConnections: slots, ...times, ...bounds });
    this.outside = new ExternalService({ name: 'mail', slots, deadlineMs: timeout });
  }

  /** How many mails may be under way now: none while the server does not answer. */
  get room(): number {
    return this.isOn ? this.outside.room : 0;
  }

  send(to: string, messageId: string, { language, subject, text, html }: Mail): Promise<Asked<Reply>> {
    const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': language };
    const message = { from: this.config.NOTIFY_FROM, to, messageId, subject, text, html, headers };
    return this.outside.ask<Reply>({ parse: (given) => given as Reply }, async () => {
      try {
        await this.transport!.sendMail(message);
        return { kind: 'accepted' };
      } catch (error) {
        return verdictIn(error as SmtpError);
      }
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

/** What was said about the mail or its receiver; anything else is about the server, or not said by it. @throws that */
function verdictIn(error: SmtpError): Reply {
  const { responseCode: code, command, message } = error;
  const isAboutMail = command !== undefined && /^(MAIL FROM|RCPT TO|DATA)$/.test(command);
  if (code === undefined || !isAboutMail) throw error;
  return { kind: code >= 500 ? 'refused' : 'deferred', detail: message };
}

/** The same for every try, so that a server or a reader can tell a repeat; another one when somebody sends it again. */
export function messageIdOf({ NOTIFY_FROM }: Pick<Config, 'NOTIFY_FROM'>, id: string, round: number): string {
  const host = NOTIFY_FROM.slice(NOTIFY_FROM.lastIndexOf('@') + 1, -1);
  return `<${id}.${round}@${host}>`;
}
