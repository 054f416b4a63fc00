export function jarsOf(version: string): string;
