/* The compass that directions are guessed on: its needle is turned, its sectors count hands; then the answer is among them. */
// needs: arithmetic/fill arithmetic/measure arithmetic/rose arithmetic/tally core/element element/press element/shape
/** @typedef {{compass: (lesson: Lesson, guess: Guess, acts: GuessActs | null) => Board}} Gives */
(function (L) {
  "use strict";

  const { element, fill, measure, press, rose, shape, tally } = L.journey;
  const SIDE = 280; // units of the drawing
  const RADIUS = 112; // units
  const COUNT = 62; // units from the middle, where hands are counted
  const WINDS = [0, 45, 90, 135, 180, 225, 270, 315]; // degrees

  /** @type {(name: string, degrees: number, from: number, until: number) => SVGElement} */
  const ray = (name, degrees, from, until) => shape("path", { class: name, d: rose.ray(SIDE, degrees, from, until) });
  /** @type {(name: string, low: number, high: number, radius: number) => SVGElement} */
  const sector = (name, low, high, radius) => shape("path", { class: name, d: rose.sector(SIDE, low, high, radius) });

  // Guesses as sectors whose areas tell how many they are.
  /** @type {(hands: Hands[]) => SVGElement[]} */
  const sectors = (hands) => {
    const most = Math.max(1, ...hands.map(({ count }) => count));
    return hands.filter(({ count }) => count).map(({ low, high, count }) => sector("cl-column", low, high, Math.sqrt(count / most) * RADIUS));
  };

  /** @type {() => SVGElement[]} */
  const card = () => [
    shape("circle", { class: "cl-axis", cx: SIDE / 2, cy: SIDE / 2, r: RADIUS }),
    ...WINDS.flatMap((degrees) => {
      const [x, y] = rose.tip(SIDE, degrees, RADIUS + 16);
      return [ray("cl-axis", degrees, RADIUS - 6, RADIUS), shape("text", { x, y: y + 5, "text-anchor": "middle" }, `${degrees}°`)];
    }),
  ];

  /** @type {(guess: Guess) => SVGElement[]} */
  const answer = ({ least, most }) => {
    if (least === null) return [];
    if (most !== null && most > least) return [sector("cl-answer cl-span", least, most, RADIUS)];
    const [cx, cy] = rose.tip(SIDE, least, RADIUS - 4);
    return [ray("cl-answer", least, 0, RADIUS - 4), shape("circle", { class: "cl-answer-dot", cx, cy, r: 7 })];
  };

  // A button in the middle of each sector.
  /** @type {(lesson: Lesson, guess: Guess, hand: GuessActs["hand"]) => {elements: HTMLElement[], show(hands: Hands[]): void}} */
  const buttons = ({ stage, words }, guess, hand) => {
    const tell = measure.teller(stage.tale.data.locale, "deg");
    const elements = tally.hands(guess, []).map(({ low, high }, i) => {
      const made = press(stage, "raise", "cl-wind", "", () => hand(i));
      const [x, y] = rose.tip(100, (low + high) / 2, (100 * COUNT) / SIDE);
      Object.assign(made.style, { left: `${x}%`, top: `${y}%` });
      return made;
    });
    return {
      elements,
      show: (hands) => hands.forEach(({ low, high, count }, i) => {
        elements[i].textContent = String(count || "+");
        elements[i].dataset.count = String(count);
        elements[i].setAttribute("aria-label", fill(words["class.range"], { low: tell(low), high: tell(high), count }));
      }),
    };
  };

  // Turns the needle to where a finger is, and follows it until it is lifted.
  /** @type {(stage: Stage, root: HTMLElement, guess: Guess, turn: (value: number) => void) => void} */
  const dial = (stage, root, { low, high, step }, turn) => {
    let held = false;
    const follow = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      const box = root.getBoundingClientRect();
      const degrees = (Math.atan2(clientX - box.x - box.width / 2, box.y + box.height / 2 - clientY) * 180) / Math.PI;
      turn(Math.max(low, Math.min(high, low + Math.round((((degrees - low) % 360) + 360) % 360 / step) * step)));
    };
    stage.on(root, "pointerdown", (/** @type {PointerEvent} */ event) => {
      if (/** @type {Element} */ (event.target).closest("button")) return;
      held = true;
      root.setPointerCapture(event.pointerId);
      follow(event);
    });
    stage.on(root, "pointermove", (/** @type {PointerEvent} */ event) => { if (held) follow(event); });
    stage.on(root, "pointerup pointercancel", () => { held = false; });
  };

  L.journey.compass = (lesson, guess, acts) => {
    const { stage } = lesson;
    const root = element("div", "cl-scale cl-compass");
    const face = element("div", "cl-rose");
    const svg = shape("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, "aria-hidden": "true" });
    const needle = shape("g", {});
    const winds = acts && buttons(lesson, guess, acts.hand);
    /** @type {SVGElement[]} */
    const more = []; // rays of the answer, of the middle and of the nearest
    if (acts && winds) {
      face.append(acts.slider, svg, ...winds.elements);
      dial(stage, face, guess, acts.turn);
    } else face.append(svg);
    root.append(face);
    return {
      element: root,
      show: (guesses) => {
        const hands = tally.hands(guess, guesses);
        svg.replaceChildren(...sectors(hands), ...card(),
          ...[...new Set(tally.numbers(guesses))].map((degrees) => ray("cl-ray", degrees, RADIUS - 26, RADIUS - 8)), ...more, ...(acts ? [] : answer(guess)), needle);
        winds?.show(hands);
      },
      point: (value) => needle.replaceChildren(...(value === null ? [] : [ray("cl-needle", value, 0, RADIUS - 4)])),
      // A row below the compass, and a ray on it or a sector.
      row: (kind, [low, high], text) => {
        const made = element("p", `cl-row-at cl-at-${kind}`, text);
        made.dataset.mark = kind;
        root.append(made);
        if (kind !== "answer") more.push(low === high ? ray(`cl-ray-${kind}`, low, 0, RADIUS - 14) : sector(`cl-ray-${kind}`, low, high < low ? high + 360 : high, RADIUS - 14));
      },
    };
  };
})(window.L);
