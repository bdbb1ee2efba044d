/** What the operator is told in one plain sentence; the command ends with code 1. */
export class Fault extends Error {}
