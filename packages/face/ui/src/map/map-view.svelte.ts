import type { Plane } from '@mahalleh/kernel/place';
import {
  dragged,
  extentOf,
  fitted,
  isClosest,
  isSeen,
  pixelOf,
  positionAt,
  zoomed,
  type Extent,
  type Frame,
  type Pixel,
  type View,
} from './view.ts';
import type { Point } from '@mahalleh/kernel/place';

const STEP = 1.6;

/** What of a map is seen now, and everything that changes it. Without a browser it shows the whole map. */
export class MapView {
  readonly #ground: () => { readonly plane: Plane; readonly extent: Extent };
  #own = $state.raw<View>();
  frame = $state.raw<Frame>({ width: 720, height: 480 });
  readonly whole: View = $derived.by(() => fitted(this.#ground().extent, this.frame));
  readonly view: View = $derived(this.#own ?? this.whole);
  readonly isWhole: boolean = $derived(this.#own === undefined);
  readonly isClosest: boolean = $derived(isClosest(this.view));

  constructor(ground: () => { readonly plane: Plane; readonly extent: Extent }) {
    this.#ground = ground;
  }

  /** Where a point is seen. */
  pixelOf(point: Point): Pixel {
    return pixelOf(this.view, this.frame, this.#ground().plane.toPlane(point));
  }

  /** What point is seen at a pixel. */
  pointAt(pixel: Pixel): Point {
    return this.#ground().plane.toPoint(positionAt(this.view, this.frame, pixel));
  }

  /** Brings closer what lies under a pixel, or the middle. */
  zoom(factor: number, at: Pixel = [this.frame.width / 2, this.frame.height / 2]): void {
    this.#own = zoomed(this.view, this.frame, at, factor, this.whole);
  }

  /** One step closer. */
  closer(): void {
    this.zoom(STEP);
  }

  /** One step further away. */
  further(): void {
    this.zoom(1 / STEP);
  }

  /** Moves the map by so many pixels to the right and down. */
  drag(right: number, down: number): void {
    this.#own = dragged(this.view, right, down);
  }

  /** Shows everything. */
  showWhole(): void {
    this.#own = undefined;
  }

  /** Shows these points as large as they fit. */
  showPoints(points: readonly Point[]): void {
    this.#own = fitted(extentOf(points.map(this.#ground().plane.toPlane)), this.frame, 60);
  }

  /** Moves the map, if need be, so that a point is seen. */
  showPoint(point: Point): void {
    const at = this.pixelOf(point);
    const { width, height } = this.frame;
    if (!isSeen(this.frame, at, 24)) this.drag(width / 2 - at[0], height / 2 - at[1]);
  }

  /** Obeys a key, and says whether it was one of the map's. Keys are told by their place, so that they work on a Persian layout. */
  obey(code: string): boolean {
    const step = Math.round(Math.min(this.frame.width, this.frame.height) / 6);
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.drag(step, 0),
      ArrowRight: () => this.drag(-step, 0),
      ArrowUp: () => this.drag(0, step),
      ArrowDown: () => this.drag(0, -step),
      Equal: () => this.closer(),
      NumpadAdd: () => this.closer(),
      Minus: () => this.further(),
      NumpadSubtract: () => this.further(),
      Digit0: () => this.showWhole(),
      Numpad0: () => this.showWhole(),
      Home: () => this.showWhole(),
    };
    const act = acts[code];
    act?.();
    return act !== undefined;
  }
}
