// The version of the program, put in by the build.

declare const STORYTREE_VERSION: string | undefined;

export const version: string = typeof STORYTREE_VERSION === "string" ? STORYTREE_VERSION : "0.0.0-source";
