import { Module } from '@nestjs/common';
import { Installation } from './installation.js';
import { Programs } from './programs.js';

@Module({ providers: [Installation, Programs], exports: [Installation] })
export class InstallationModule {}
