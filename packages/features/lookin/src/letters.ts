import { defineLetter } from '@mahalleh/border';
import * as z from 'zod';
import { AREAS } from './model.ts';

const id = z.string().max(40).describe('The id of the grant');

/** A province invites somebody of the ministry to look in. */
export const offeredLetter = defineLetter(
  'lookin.offered',
  z.strictObject({
    id,
    fullName: z.string().max(120).describe('Who of the ministry is invited'),
    email: z.string().max(254).describe('The address of that person at the ministry'),
    partFa: z.string().max(200).describe('The part of the province that is opened'),
    partEn: z.string().max(200).nullable().describe('The same in English'),
    areas: z.array(z.enum(AREAS)).describe('What may be looked at besides the neighbourhoods and their steps'),
    reason: z.string().max(600).describe('Why, as the province says it'),
    grantedAtMs: z.int().describe('When it was granted (UTC milliseconds)'),
    untilMs: z.int().describe('When it ends by itself (UTC milliseconds)'),
  }),
  {
    to: 'nation',
    nature: 'event',
    published: { fullName: [], email: [], reason: ['lookin_invitations.reason'] },
    about: {
      fa: 'دعوت استان از یک نفر از وزارت برای بازدید از بخشی از استان: نام و رایانامه همان شخص نزد وزارت، و دلیل. نه رمزی در آن است و نه نشانی ورود.',
      en: 'A province invites somebody of the ministry to look in: the name and address of that person as the ministry knows them, and why. It holds no secret and no link.',
    },
  },
);

/** A province has ended a look-in before its time. */
export const endedLetter = defineLetter(
  'lookin.ended',
  z.strictObject({ id, endedAtMs: z.int().describe('When it was ended (UTC milliseconds)') }),
  {
    to: 'nation',
    nature: 'event',
    about: {
      fa: 'استان اجازه بازدید را پیش از موعد پایان داده است.',
      en: 'A province has ended a look-in before its time.',
    },
  },
);

/** The invited person follows the invitation: the province opens a one-time link of this hash at its own door. */
export const acceptedLetter = defineLetter(
  'lookin.accepted',
  z.strictObject({
    id,
    linkId: z.string().max(40).describe('The id of the one-time link'),
    tokenHash: z.string().length(64).describe('SHA-256 of its token, which was shown to the invited person alone'),
    acceptedAtMs: z.int().describe('When the invitation was followed (UTC milliseconds)'),
  }),
  {
    to: 'province',
    nature: 'event',
    about: {
      fa: 'شخص دعوت‌شده دعوت را پی گرفته است: استان پیوندی یک‌بارمصرف با این چکیده در درگاه خود باز می‌کند.',
      en: 'The invited person follows the invitation: the province opens a one-time link of this hash at its own door.',
    },
  },
);
