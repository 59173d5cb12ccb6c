/* A board of HTML under the stage. What carries data-leg picks that leg, and is marked when it is chosen. */

/**
 * @typedef {{ html: string, version: string, chosen: string | null }} Data what Python sends:
 *   the board, a name of its content, and the id of the leg that is chosen
 * @typedef {{ data: Data, parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void }} Component
 *   what Streamlit hands to a component (https://docs.streamlit.io/develop/api-reference/custom-components)
 */

/**
 * The element that holds the board; it stays from one run of the page to the next.
 * @param {HTMLElement} parent
 * @returns {HTMLElement}
 */
const boxIn = (parent) => {
  const found = parent.querySelector(".hh-board");
  if (found instanceof HTMLElement) return found;
  const box = document.createElement("div");
  box.className = "hh-board";
  parent.append(box);
  return box;
};

/**
 * Puts the board into its box, unless that is what it holds already.
 * @param {HTMLElement} box
 * @param {Data} data
 */
const fill = (box, data) => {
  if (box.dataset.version === data.version) return;
  box.dataset.version = data.version;
  // The HTML comes from the server, with every text of a journey escaped.
  box.innerHTML = data.html;
  // Only the browser knows by what address the dashboard is reached.
  const here = new URL(".", document.baseURI).href;
  box.querySelectorAll(".take code").forEach((code) => {
    code.textContent = (code.textContent ?? "").replace("{here}", here);
  });
};

/**
 * Marks what belongs to the leg that is chosen, and nothing else.
 * @param {HTMLElement} box
 * @param {string | null} leg
 */
const mark = (box, leg) => {
  box.querySelectorAll("[data-leg]").forEach((part) => {
    const chosen = part.getAttribute("data-leg") === leg;
    part.setAttribute("aria-pressed", String(chosen));
    part.closest(".leg")?.classList.toggle("chosen", chosen);
  });
  box.querySelectorAll("[data-of]").forEach((part) => {
    part.classList.toggle("chosen", part.getAttribute("data-of") === leg);
  });
};

/**
 * Copies the code beside the button, which then says so.
 * @param {Element} button
 */
const copy = (button) => {
  const code = button.parentElement?.querySelector("code")?.textContent ?? "";
  // A browser that forbids it says so itself.
  navigator.clipboard?.writeText(code).then(() => {
    button.textContent = button.getAttribute("data-copy");
  }, () => {});
};

/**
 * What ends the listening to each box; Streamlit shows a board again at every run.
 * @type {WeakMap<HTMLElement, AbortController>}
 */
const listening = new WeakMap();

/**
 * Shows the board; returns what stops it from listening.
 * @param {Component} component
 * @returns {() => void}
 */
export default function board({ data, parentElement, setTriggerValue }) {
  const box = boxIn(parentElement);
  fill(box, data);
  mark(box, data.chosen);
  listening.get(box)?.abort();
  const end = new AbortController();
  listening.set(box, end);
  box.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest("[data-copy]");
    if (button) copy(button);
    const leg = target.closest("[data-leg]")?.getAttribute("data-leg");
    if (leg) setTriggerValue("leg", { id: leg === data.chosen ? null : leg });
  }, { signal: end.signal });
  return () => end.abort();
}
