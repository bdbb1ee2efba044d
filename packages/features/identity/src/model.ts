import * as z from 'zod';
import { latinDigits, zEmail, zFlag, zId, zInput, zOptional } from '@mahalleh/kernel';

/** What a session's stage is: `totp` opens nothing until the second factor was shown. */
export type SessionStage = 'totp' | 'full';

/** What the HTTP layer says about the browser; never taken from a body. */
export const zPresented = z
  .object({ tokenHash: z.string().nullable(), userAgent: z.string() })
  .default({ tokenHash: null, userAgent: '' });

const zRequiredText = (max: number) =>
  z
    .string({ error: ({ input }) => (input === undefined || input === null ? 'required' : 'text_expected') })
    .min(1, { error: 'required', abort: true })
    .max(max, { error: 'text_too_long' });

/** A password exactly as typed. */
export const zPassword = zRequiredText(200);

/** A code of an authenticator, in any digits. Fails: `code_malformed`. */
export const zCode = zRequiredText(40)
  .transform((typed) => latinDigits(typed).replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'code_malformed' }));

/** A recovery code, with or without its dash. Fails: `code_malformed`. */
export const zRecoveryCode = zRequiredText(40)
  .transform((typed) =>
    latinDigits(typed)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  )
  .pipe(z.string().regex(/^[a-z2-7]{10}$/, { error: 'code_malformed' }));

/** The token of a one-time link. Fails: `link_malformed`. */
export const zLinkToken = zRequiredText(200).regex(/^[A-Za-z0-9_-]{43}$/, { error: 'link_malformed' });

/** E-mail and password. */
export const zSignIn = zInput({ email: zEmail, password: zPassword, presented: zPresented });
/** The second factor. */
export const zConfirm = zInput({ code: zCode, presented: zPresented });
/** A recovery code in place of the second factor. */
export const zRecover = zInput({ code: zRecoveryCode, presented: zPresented });
/** Nothing but the browser itself. */
export const zPresentedOnly = zInput({ presented: zPresented });
/** Which session. */
export const zOneSession = zInput({ sessionId: zId('session') });
/** The password so far, and the next one. */
export const zChangePassword = zInput({ current: zPassword, next: zPassword });
/** The password, as proof. */
export const zProof = zInput({ password: zPassword });
/** A code of the authenticator being enrolled. */
export const zConfirmTotp = zInput({ code: zCode });
/** Whom to invite, and to which address. */
export const zInvite = zInput({ personId: zId('person'), email: zEmail });
/** Whose password to reset, and whether the second factor is lost too. */
export const zReset = zInput({ personId: zId('person'), dropsTotp: zOptional(zFlag) });
/** Whose account. */
export const zOneAccount = zInput({ personId: zId('person') });
/** Which one-time link. */
export const zOneLink = zInput({ token: zLinkToken });
/** A one-time link, and the password that it sets. */
export const zAcceptLink = zInput({ token: zLinkToken, password: zPassword });
/** A guest's link, the password that it sets, and a first code of the authenticator that was shown with it. */
export const zAcceptAsGuest = zInput({ token: zLinkToken, password: zPassword, code: zCode });
/** Nothing. */
export const zNothing = zInput({});

/** What a sign-in answers. The cookie goes into the header, not into the body. */
export const zSignedIn = z.object({ next: z.enum(['home', 'totp']), cookie: z.string().optional() });
/** What a sign-in answers. */
export type SignedIn = z.infer<typeof zSignedIn>;
/** What a sign-out answers. */
export const zSignedOut = z.object({ cookie: z.string().optional() });
/** What a change of one's own account answers. */
export const zDone = z.object({ id: z.string() });
/** What the beginning of an enrolment answers, once. */
export const zTotpBegun = z.object({ id: z.string(), secret: z.string().optional(), uri: z.string().optional() });
/** What the end of an enrolment answers, once. */
export const zTotpConfirmed = z.object({ id: z.string(), recoveryCodes: z.array(z.string()).optional() });
/** A one-time link's token, once. */
export const zLinkMade = z.object({ id: z.string(), expiresAtMs: z.number(), token: z.string().optional() });

/** Who is signed in, where, and what they may do. */
export const zMe = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  workspace: z.object({
    slug: z.string(),
    kind: z.enum(['province', 'nation']),
    nameFa: z.string(),
    nameEn: z.string(),
  }),
  roles: z.array(
    z.object({
      role: z.string(),
      titleFa: z.string(),
      titleEn: z.string(),
      unitId: z.string(),
      unitKind: z.string().nullable(),
      unitNameFa: z.string().nullable(),
      unitNameEn: z.string().nullable(),
      agencyId: z.string().nullable(),
    }),
  ),
  permissions: z.array(z.string()),
  totp: z.object({ isEnrolled: z.boolean(), recoveryCodesLeft: z.number() }),
  /** Until when somebody looks in who does not work here; null for everybody else. */
  guest: z.object({ untilMs: z.number() }).nullable(),
});

/** The browsers in which the reader is signed in. */
export const zMySessions = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      device: z.string(),
      createdAtMs: z.number(),
      expiresAtMs: z.number(),
      isCurrent: z.boolean(),
    }),
  ),
});

/** Where an account stands: `awaiting` holds a one-time link that was not used yet. */
export const ACCOUNT_STATES = ['none', 'awaiting', 'active', 'suspended'] as const;

/** The account of a person as an administrator sees it. */
export const zAccount = z.object({
  personId: z.string(),
  email: z.string().nullable(),
  state: z.enum(ACCOUNT_STATES),
  hasTotp: z.boolean(),
  passwordSetAtMs: z.number().nullable(),
  link: z.object({ purpose: z.enum(['invite', 'reset']), expiresAtMs: z.number() }).nullable(),
});

/** Whom a one-time link is for. */
export const zLink = z.object({
  purpose: z.enum(['invite', 'reset']),
  name: z.string(),
  email: z.string(),
  expiresAtMs: z.number(),
  /** Whether it is for somebody who looks in: an authenticator belongs to it. */
  isGuest: z.boolean(),
});
