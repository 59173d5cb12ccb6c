/* Dragging along a row of the timeline. */
/** @typedef {{drag: (stage: Stage, area: HTMLElement, root: HTMLElement, slack: number, move: (share: number) => void) => void}} Gives */
(function (L) {
  "use strict";

  const FINGER = 8; // pixels that a finger moves along the row before it drags; across it scrolls the page

  // Calls move(share), 0..1 from left to right, while `area` is dragged over, once the pointer has moved by `slack` pixels; at
  // once where that is 0, or, of a finger, when it is lifted. Meanwhile `root` has a class, and what was dragged is not clicked.
  L.journey.drag = (stage, area, root, slack, move) => {
    /** @type {number | null} */
    let from = null;
    let least = slack;
    /** @type {(event: PointerEvent) => void} */
    const tell = ({ clientX }) => {
      const { left, width } = area.getBoundingClientRect();
      move(Math.max(0, Math.min(1, (clientX - left) / width)));
    };
    stage.on(area, "pointerdown", (/** @type {PointerEvent} */ event) => {
      from = event.clientX;
      least = event.pointerType === "touch" ? Math.max(slack, FINGER) : slack;
      if (!least) tell(event);
    });
    stage.on(area, "pointermove", (/** @type {PointerEvent} */ event) => {
      if (from === null || Math.abs(event.clientX - from) < least) return;
      least = 0;
      area.setPointerCapture(event.pointerId);
      root.classList.add("jm-dragging");
      tell(event);
    });
    stage.on(area, "pointerup pointercancel", (/** @type {PointerEvent} */ event) => {
      if (from !== null && !slack && least && event.type === "pointerup") tell(event);
      from = null;
      stage.after(0, () => root.classList.remove("jm-dragging"));
    });
    stage.on(area, "click", (/** @type {MouseEvent} */ event) => {
      if (root.classList.contains("jm-dragging")) event.stopPropagation();
    }, { capture: true });
  };
})(window.L);
