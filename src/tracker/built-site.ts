// Sites that were built into a working tree: their files are no records that somebody put in the wrong place.

/** Lies in every folder that a build wrote. */
export const builtSiteMark = ".storytree-manifest.json";

/** Paths of files that git does not know, without those of such folders. */
export function withoutBuiltSites(paths: readonly string[]): readonly string[] {
  const folders = paths
    .filter((path) => path.endsWith(`/${builtSiteMark}`))
    .map((path) => path.slice(0, -builtSiteMark.length));
  return folders.length === 0 ? paths : paths.filter((path) => !folders.some((folder) => path.startsWith(folder)));
}
