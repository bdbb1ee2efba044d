/** A value that SQLite stores. */
export type SqlValue = string | number | null;

/** One SQL text with its bound values: by position, or by name (`:name`). */
export type Statement = {
  readonly sql: string;
  readonly args: readonly SqlValue[] | Readonly<Record<string, SqlValue>>;
};

/** What one statement gave back. */
export type ResultSet = {
  readonly columns: readonly string[];
  readonly rows: readonly SqlValue[][];
  readonly affected: number;
};

/** Asks a database: all statements in one atomic read, one request. */
export type Reader = { batch(statements: readonly Statement[]): Promise<ResultSet[]> };

/** One atomic save. `commandId` lets the lane find out what became of it when an answer was lost. */
export type WriteJob = { readonly commandId: string; readonly statements: readonly Statement[] };

/** What became of a save. `failed` means that nothing of it was written. */
export type WriteOutcome =
  | { readonly outcome: 'saved'; readonly results: readonly ResultSet[] }
  | { readonly outcome: 'failed'; readonly code: string; readonly message: string };

/** Saves through the one lane of a database. */
export type Lane = { write(job: WriteJob): Promise<WriteOutcome> };

/** A database by name: a province's slug, or `nation`. */
export type DatabaseName = string;

/** The ways to a database: to ask, to ask before a change, to change. There is no other. */
export type Databases = {
  reader(database: DatabaseName): Reader;
  /** What a command begins with: the same answers as `reader`, where reads that arrive together travel in one request. */
  loader(database: DatabaseName): Reader;
  lane(database: DatabaseName): Lane;
};
