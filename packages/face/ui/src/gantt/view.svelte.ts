import { rowsInSight } from './places.ts';
import { dayAt, xOf, type Day, type Scale } from './scale.ts';

/** How tall a line is. Unit: pixels. */
export const ROW_PX = 44;
/** How tall the calendar above is. Unit: pixels. */
export const HEAD_PX = 48;
/** How wide the names are. Unit: pixels. */
export const NAMES_PX = 264;
/** The part in sight is followed in steps, so that most scrolling draws nothing anew. Unit: pixels. */
const STEP_PX = 400;

/** What of the chart is in sight: the rows and the stretch of days that are drawn. */
export class GanttView {
  rows = $state.raw<readonly [number, number]>([0, 40]);
  /** Logical pixels of the line, both ends. */
  stretch = $state.raw<readonly [number, number]>([0, 1600]);
  isRtl = $state(true);
  #element: HTMLElement | undefined;
  #count = 0;

  /** `isRtl`: what the page is, until the element can be asked. */
  constructor(isRtl: boolean) {
    this.isRtl = isRtl;
  }

  /** Follows a scrolling element from now on; gives the way to stop. */
  follow(element: HTMLElement): () => void {
    this.#element = element;
    this.isRtl = getComputedStyle(element).direction === 'rtl';
    const read = (): void => this.read();
    const sized = new ResizeObserver(read);
    sized.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    this.read();
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', read);
    };
  }

  /** Says how many rows there are. */
  hold(count: number): void {
    this.#count = count;
    this.read();
  }

  /** Looks where the element stands; changes only what is no longer so. */
  read(): void {
    const element = this.#element;
    if (!element) return;
    const [first, last] = rowsInSight(element.scrollTop, element.clientHeight, ROW_PX, this.#count);
    if (first !== this.rows[0] || last !== this.rows[1]) this.rows = [first, last];
    const at = this.offset;
    const from = Math.max(0, Math.floor(at / STEP_PX - 1) * STEP_PX);
    const to = Math.ceil((at + element.clientWidth) / STEP_PX + 1) * STEP_PX;
    if (from !== this.stretch[0] || to !== this.stretch[1]) this.stretch = [from, to];
  }

  /** How far the line was scrolled from where reading begins. */
  get offset(): number {
    return Math.abs(this.#element?.scrollLeft ?? 0);
  }

  /** Scrolls the line to a place. */
  scrollTo(x: number): void {
    if (this.#element) this.#element.scrollLeft = this.isRtl ? -x : x;
  }

  /** Brings a day into the first third of what is seen. */
  showDay(scale: Scale, day: Day): void {
    const seen = (this.#element?.clientWidth ?? 0) - NAMES_PX;
    this.scrollTo(Math.max(0, xOf(scale, day) - seen / 3));
  }

  /** The days that are drawn. */
  daysOf(scale: Scale): readonly [Day, Day] {
    return [dayAt(scale, this.stretch[0]), dayAt(scale, this.stretch[1])];
  }

  /** Where a pointer is on the line, and how far inside the part that is seen. Unit: logical pixels. */
  pointAt(clientX: number): { x: number; inside: number; seen: number } {
    const box = this.#element?.getBoundingClientRect() ?? new DOMRect();
    const inView = this.isRtl ? box.right - clientX : clientX - box.left;
    return { x: inView - NAMES_PX + this.offset, inside: inView - NAMES_PX, seen: box.width - NAMES_PX };
  }
}
