import { Module } from '@nestjs/common';
import { Bundle } from './bundle.js';
import { PagesController, TopicsPageController } from './pages.controller.js';
import { SessionController } from './session.controller.js';

/** The console of operators: a page that uses the public API, and the session it needs in a browser. */
@Module({ controllers: [SessionController, PagesController, TopicsPageController], providers: [Bundle] })
export class ConsoleModule {}
