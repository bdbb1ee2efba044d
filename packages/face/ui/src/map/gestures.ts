import type { MapView } from './map-view.svelte.ts';
import type { Pixel } from './view.ts';

const CLICK_PX = 5;
const between = ([ax, ay]: Pixel, [bx, by]: Pixel): number => Math.hypot(ax - bx, ay - by);
const middle = ([ax, ay]: Pixel, [bx, by]: Pixel): Pixel => [(ax + bx) / 2, (ay + by) / 2];

/**
 * Lets a map be moved by mouse, pen and touch: drag, wheel (with Ctrl, or once the map has the focus), two fingers.
 * One finger moves the page, so that nobody is caught in a map on a phone; what was dragged is not also clicked.
 */
export const gestures =
  (map: MapView) =>
  (node: Element): (() => void) => {
    const held = new Map<number, Pixel>();
    let moved = 0;
    const at = ({ clientX, clientY }: PointerEvent | WheelEvent): Pixel => {
      const box = node.getBoundingClientRect();
      return [clientX - box.left, clientY - box.top];
    };
    const down = (event: PointerEvent): void => {
      // What has a grip of its own moves by itself.
      const isGrip = event.target instanceof Element && event.target.closest('[data-grip]') !== null;
      if (isGrip || (event.pointerType === 'mouse' && event.button !== 0)) return;
      if (held.size === 0) moved = 0;
      held.set(event.pointerId, at(event));
    };
    const move = (event: PointerEvent): void => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const now = at(event);
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      held.set(event.pointerId, now);
      moved += between(before, now);
      if (moved < CLICK_PX) return;
      node.setPointerCapture(event.pointerId);
      if (other) {
        const [was, is] = [middle(before, other), middle(now, other)];
        map.drag(is[0] - was[0], is[1] - was[1]);
        map.zoom(between(now, other) / Math.max(1, between(before, other)), is);
      } else map.drag(now[0] - before[0], now[1] - before[1]);
    };
    const up = (event: PointerEvent): void => void held.delete(event.pointerId);
    const click = (event: Event): void => {
      if (moved < CLICK_PX) return;
      event.preventDefault();
      event.stopPropagation();
      moved = 0;
    };
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && !node.contains(document.activeElement)) return;
      event.preventDefault();
      map.zoom(2 ** (-event.deltaY / (event.deltaMode === 0 ? 320 : 8)), at(event));
    };
    // Two fingers are the map's; the browser would else move or enlarge the page.
    const touch = (event: TouchEvent): void => {
      if (event.touches.length > 1) event.preventDefault();
    };
    const listeners: readonly [string, (event: never) => void, AddEventListenerOptions?][] = [
      ['pointerdown', down],
      ['pointermove', move],
      ['pointerup', up],
      ['pointercancel', up],
      ['click', click, { capture: true }],
      ['wheel', wheel, { passive: false }],
      ['touchstart', touch, { passive: false }],
      ['touchmove', touch, { passive: false }],
    ];
    for (const [name, listener, options] of listeners) node.addEventListener(name, listener as EventListener, options);
    return () => {
      for (const [name, listener, options] of listeners)
        node.removeEventListener(name, listener as EventListener, options);
    };
  };
