import type { Author } from './author.ts';
import { tellIndicators } from './tell-indicators.ts';
import { tellOrdinary } from './story-ordinary.ts';
import { tellQazvin } from './story-qazvin.ts';
import { tellQom } from './story-qom.ts';

/** Tells the sample of a province on its author's sheet. */
export const tell = (author: Author): void => {
  if (author.slug === 'qom') tellQom(author);
  else if (author.slug === 'qazvin') tellQazvin(author);
  // The county of Tehran has its council, but for the second seat of civil society.
  else if (author.slug === 'tehran') tellOrdinary(author, { daysAgo: 200, vacant: { civil_society_2: 'left' } });
  else tellOrdinary(author);
  tellIndicators(author);
};
