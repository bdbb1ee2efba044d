/** What can be done, to what: the whole vocabulary. A command's name is its permission; what is not written here does not exist. */
export const ACTIONS = {
  unit: ['read', 'register', 'amend', 'move', 'split', 'merge', 'retire'],
  passport: ['amend'],
  person: ['read', 'register', 'amend', 'retire'],
  role: ['grant', 'revoke'],
  account: ['invite', 'reset', 'suspend', 'resume'],
  session: ['read', 'revoke'],
  agency: ['read', 'register', 'amend', 'retire'],
  base: ['read', 'register', 'activate', 'amend', 'deactivate'],
  council: ['read', 'establish', 'dissolve', 'amend'],
  charter: ['read', 'adopt'],
  seat: ['appoint', 'swear', 'vacate'],
  meeting: ['hold'],
  committee: ['form'],
  problem: [
    'read',
    'register',
    'amend',
    'triage',
    'reprioritise',
    'merge',
    'split',
    'relate',
    'unrelate',
    'score',
    'escalate',
    'answer',
    'start',
    'solve',
    'confirm',
    'close',
    'reopen',
    'discard',
    'redact',
  ],
  domain: ['register', 'amend', 'retire'],
  clock: ['set'],
  evidence: ['read', 'attach', 'remove'],
  capacity: ['read', 'register', 'amend', 'withdraw'],
  booking: ['make', 'cancel'],
  volunteer: ['read', 'enrol', 'amend', 'withdraw'],
  match: ['read', 'tune'],
  operation: ['read', 'plan', 'amend', 'approve', 'start', 'finish', 'cancel'],
  task: [
    'assign',
    'amend',
    'finish',
    'reopen',
    'cancel',
    'postpone',
    'reschedule',
    'link',
    'unlink',
    'block',
    'unblock',
  ],
  work: ['value'],
  contribution: ['record', 'remove'],
  responsibility: ['read', 'assign', 'release'],
  target: ['read', 'set', 'amend', 'report', 'drop', 'cascade'],
  indicator: ['read', 'define', 'amend', 'retire', 'aim', 'measure', 'correct', 'strike'],
  view: ['share'],
  search: ['read'],
  trash: ['read'],
  step: ['read'],
  figure: ['read'],
  import: ['run', 'read'],
  audit: ['read'],
  lookin: ['read', 'grant', 'end', 'accept'],
  border: ['read'],
  metric: ['read'],
  board: ['share'],
  moment: ['pin'],
  province: ['read'],
  report: [
    'read',
    'draft',
    'annotate',
    'sign',
    'unsign',
    'submit',
    'supersede',
    'comment',
    'delegate',
    'undelegate',
    'accept',
    'return',
    'answer',
  ],
  experience: ['read', 'write', 'amend', 'discard', 'publish', 'withdraw', 'answer', 'adopt', 'unadopt', 'hide'],
} as const;

/** What a permission is about. */
export type Resource = keyof typeof ACTIONS;

/** One thing that a role may be allowed to do: `problem.triage`. */
export type Permission = { [R in Resource]: `${R}.${(typeof ACTIONS)[R][number]}` }[Resource];

/** Every permission; the cast is safe because the names are made of the table that the type is made of. */
export const PERMISSIONS: readonly Permission[] = Object.entries(ACTIONS).flatMap(([resource, actions]) =>
  actions.map((action) => `${resource}.${action}` as Permission),
);

const known: ReadonlySet<string> = new Set(PERMISSIONS);

/** Whether the text is a permission. */
export const isPermission = (text: string): text is Permission => known.has(text);
