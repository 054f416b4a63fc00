export function jarsOf(version: string): string;
export const versions: readonly string[];
export function findJava(): Promise<string | undefined>;
export function hasJars(version: string): boolean;
export function hasMaven(): Promise<boolean>;
