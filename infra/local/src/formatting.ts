/** How oxfmt is called for TypeScript; what else there is, Prettier lays out. It would heed Prettier's list of what is not its own. */
export const OXFMT = ['--ignore-path', '.gitignore', '--no-error-on-unmatched-pattern'];
/** All TypeScript of the workspace. */
export const TYPESCRIPT = [...OXFMT, '**/*.ts'];
