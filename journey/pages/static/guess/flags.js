/* Flags on the map: a pin at a place, and words beside it that cover neither those of another flag nor what stands over the map. */
// needs: arithmetic/arithmetic arithmetic/boxes core/element
/** A flag has a kind and its element, with the pin and the words.
 * @typedef {{kind: string, box: HTMLElement}} Flag
 * @typedef {{at: Point, icon: L.Icon, flag?: Flag}} Mark
 * @typedef {{way: [off: number, left: boolean, down: boolean], pin: Box, words: Box}} Turn
 * @typedef {{flags: {made(map: L.Map, at: Point, text: string, kind: string): Mark, arrange(stage: Stage, flags: Flag[]): void}}} Gives */
(function (L) {
  "use strict";

  const { boxes, element } = L.journey;
  const { overlap } = L.journey.arithmetic;
  const TALL = 100; // pixels of a flag
  /** Pixels of a pin beside which there are no words: the answer is told above the median, and below that the nearest guess.
   * @type {Record<string, number>} */
  const OFF = { answer: 66, middle: 36, nearest: 6 };
  const OTHERS = [6, 36, 66, 96, 126]; // the same where the place is taken
  const APART = 2; // pixels between two flags

  // A flag whose words stand where the map goes on: to the left of the pin in its right half, and below near its upper edge.
  /** @type {Gives["flags"]["made"]} */
  const made = (map, at, text, kind) => {
    const { x, y } = map.latLngToContainerPoint(at);
    const sides = [x > map.getSize().x / 2 ? " cl-left" : "", y < TALL ? " cl-down" : ""].join("");
    const box = element("span", `cl-flag cl-${kind === "answer" ? "known" : kind}${sides}`);
    box.append(element("span", "cl-pin"), element("span", "cl-flag-text", text));
    const icon = L.divIcon({ className: text ? "cl-onmap cl-worded" : "cl-onmap", html: box, iconSize: [0, 0] });
    return { at, icon, ...(text ? { flag: { kind, box } } : {}) };
  };

  /** @type {(box: HTMLElement, way: Turn["way"]) => void} */
  const turn = (box, [off, left, down]) => {
    box.style.setProperty("--off", `${off}px`);
    box.classList.toggle("cl-left", left);
    box.classList.toggle("cl-down", down);
  };

  // The ways to turn a flag that is on the map, its own first, and what it takes there.
  /** @type {(flag: Flag, inside: (rect: DOMRect) => Box) => Turn[]} */
  const turns = ({ kind, box }, inside) => {
    const [left, down] = ["cl-left", "cl-down"].map((side) => box.classList.contains(side));
    return [OFF[kind], ...OTHERS].flatMap((off) => [[left, down], [!left, down], [left, !down], [!left, !down]].map(([to, under]) => {
      /** @type {Turn["way"]} */
      const way = [off, to, under];
      turn(box, way);
      const [pin, words] = [...box.children].map((part) => inside(part.getBoundingClientRect()));
      return { way, pin, words };
    }));
  };

  // One turn of each so that no words cover others, a pin, or what is taken; null where there are none.
  /** @type {(options: Turn[][], taken: Box[], placed?: Turn[]) => Turn[] | null} */
  const seek = ([options, ...rest], taken, placed = []) => {
    if (!options) return placed;
    /** @type {(box: Box, others: Box[]) => boolean} */
    const meets = (box, others) => others.some((other) => overlap(box, other, APART));
    const [words, pins] = [[...taken, ...placed.map((one) => one.words)], placed.map(({ pin }) => pin)];
    for (const one of options) {
      const found = !meets(one.words, [...words, ...pins]) && !meets(one.pin, words) && seek(rest, taken, [...placed, one]);
      if (found) return found;
    }
    return null;
  };

  // Turns the flags that are on the map so that no words cover another or a panel, or leave the map; where there is no room for all,
  // as many as there is room for.
  /** @type {Gives["flags"]["arrange"]} */
  const arrange = ({ box: home, rects }, flags) => {
    const inside = boxes.inside(home.getBoundingClientRect());
    const frame = { x: 0, y: 0, w: home.clientWidth, h: home.clientHeight };
    const all = flags.map((flag) => turns(flag, inside));
    const options = all.map((one) => one.filter(({ words }) => boxes.within(words, frame)));
    const taken = rects().map(inside);
    const counts = flags.map((_, i) => flags.length - i);
    const found = counts.reduce((/** @type {Turn[] | null} */ best, count) => best || seek(options.slice(0, count), taken), null) || [];
    flags.forEach(({ box }, i) => turn(box, (found[i] || all[i][0]).way));
  };

  L.journey.flags = { made, arrange };
})(window.L);
