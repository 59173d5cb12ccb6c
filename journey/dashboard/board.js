/* A board of HTML under the stage. What carries data-leg picks that leg, and is marked when it is chosen. */

import { content, fail } from "./fetched.js";

/**
 * @typedef {{ version: string, chosen: string | null, html?: string, address?: string, failed?: string, language?: string,
 *   runs?: "rtl" | null, said?: string }} Data
 *   what Python sends: a name of the board's content, the id of the leg that is chosen, and the content, or its address and
 *   what is said where it does not come; in the head of the page also its language, that it runs from right to left, and what
 *   is said where it changes
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
 * Puts the board into its box. Who has chosen a language stays where it was chosen.
 * @param {HTMLElement} box
 * @param {string} html
 */
const fill = (box, html) => {
  /** @returns {HTMLElement[]} */
  const others = () => [...box.querySelectorAll("a")].filter(({ hreflang }) => hreflang);
  const focused = others().findIndex((link) => link === document.activeElement);
  // The HTML comes from the server, with every text of a journey escaped.
  box.innerHTML = html;
  others()[focused]?.focus({ preventScroll: true });
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
 * Opens the chapter of the leg that is chosen, once, and shuts the one that was opened for another.
 * @param {HTMLElement} box
 * @param {string | null} leg
 */
const open = (box, leg) => {
  if (box.dataset.shown === (leg ?? "")) return;
  box.dataset.shown = leg ?? "";
  const chapters = /** @type {HTMLDetailsElement[]} */ ([...box.querySelectorAll(".chapter")]);
  const own = chapters.find((one) => [...one.querySelectorAll("[data-leg]")].some((part) => part.getAttribute("data-leg") === leg));
  const last = chapters.find((one) => one.dataset.own);
  if (own === last) return;
  if (last) last.open = false;
  delete last?.dataset.own;
  if (!own || own.open) return;
  own.open = true;
  own.dataset.own = "true";
};

/**
 * Brings the stage into view where most of it is out of sight, and offers the way back.
 * @param {HTMLElement} box the board
 * @param {HTMLElement} from what was pressed there, which keeps the focus
 * @param {string} name what the way back is called
 */
const show = (box, from, name) => {
  const page = box.closest("div:has(> .stAppHeader)");
  const stage = document.querySelector(".st-key-stage-box");
  const seen = () => (stage?.getBoundingClientRect().bottom ?? 0) > innerHeight * 0.7;
  if (!page || !stage || seen()) return;
  box.querySelector(".hh-back")?.remove();
  const far = from.getBoundingClientRect().top;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  /** @param {number} top */
  const go = (top) => page.scrollTo({ top, behavior: still ? "instant" : "smooth" });
  const back = document.createElement("button");
  back.type = "button";
  back.className = "hh-back";
  back.textContent = name;
  back.addEventListener("click", () => {
    back.remove();
    go(page.scrollTop + from.getBoundingClientRect().top - far);
    from.focus({ preventScroll: true });
  });
  box.append(back);
  // Who has scrolled back alone needs it no more.
  page.addEventListener("scrollend", function ended() {
    if (back.isConnected && seen()) return;
    back.remove();
    page.removeEventListener("scrollend", ended);
  });
  go(0);
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

// Milliseconds from the start of the page for which boards leave the processor to the stage.
const PATIENCE = 8000;

/** Whether nothing has to wait for the stage: it has drawn its route, or takes too long. */
const drawn = () => performance.now() > PATIENCE ||
  [...document.querySelectorAll("iframe")].some((frame) => frame.contentDocument?.querySelector("[data-drawn]"));

/**
 * Calls act() once the stage has drawn its route, or at once where it has; the stage's frame says so to the page.
 * @param {() => void} act
 * @param {AbortSignal} signal
 */
const afterStage = (act, signal) => {
  if (drawn()) {
    act();
    return;
  }
  const waited = new AbortController();
  const go = () => {
    if (signal.aborted || waited.signal.aborted) return;
    waited.abort();
    clearTimeout(timer);
    act();
  };
  const timer = setTimeout(go, PATIENCE - performance.now());
  addEventListener("message", ({ origin, data }) => {
    if (origin === location.origin && data?.journey === "drawn") go();
  }, { signal: waited.signal });
  signal.addEventListener("abort", () => waited.abort());
};

const PAPER = 700; // px that a page of A4 or Letter has between its margins

/** Tells the style sheet how large the stage is, and how much smaller it has to be on paper, where its frame is not laid out again. */
const toPaper = () => {
  const frame = document.querySelector(".st-key-stage-box iframe");
  if (!frame) return;
  const { clientWidth, clientHeight } = frame;
  const { style } = document.documentElement;
  style.setProperty("--drawn-wide", `${clientWidth}px`);
  style.setProperty("--drawn-high", `${clientHeight}px`);
  style.setProperty("--shrink", String(Math.min(1, PAPER / clientWidth)));
};

/**
 * Opens all that is folded in the box, or shuts it again.
 * @param {HTMLElement} box
 * @param {Element} button
 */
const unfold = (box, button) => {
  const all = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(all));
  box.querySelectorAll("details").forEach((part) => { part.open = all; });
};

/**
 * Lets a link to the page in another language lead to what the address says now: the leg, the moment, the view.
 * @param {Event} event
 */
const keepPlace = ({ target }) => {
  const link = target instanceof Element && target.closest(".hh-board a[hreflang]");
  if (!(link instanceof HTMLAnchorElement)) return;
  const here = new URL(location.href);
  here.searchParams.set("lang", link.hreflang);
  link.href = here.href;
};
// The same listener is added once only, however often boards are shown.
document.addEventListener("click", keepPlace, true);

/**
 * Keeps from a list of Streamlit's the end of a touch. One at its very middle, as screen readers send it, would shut the list
 * again, which opens as soon as it has the focus.
 * @param {Event} event
 */
const keepOpen = (event) => {
  if (event.target instanceof Element && event.target.matches(".stSelectbox input")) event.stopPropagation();
};
document.addEventListener("touchend", keepOpen, true);

/**
 * Lets the page run in the language of a link, where it is not to be opened elsewhere.
 * @param {MouseEvent} event
 * @param {Component["setTriggerValue"]} tell
 */
const speak = (event, tell) => {
  const link = event.target instanceof Element && event.target.closest("a[hreflang]");
  if (!(link instanceof HTMLAnchorElement) || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(history.state, "", link.href);
  tell("lang", { code: link.hreflang });
};

// What Streamlit says in English, whatever the language of the page: its way past the head, its menu, the button of a chooser.
const FOREIGN = "[data-testid=stSkipToContent], [data-testid=stMainMenu], [data-testid=stSelectbox] button";

/**
 * Says to the browser in which language the page is, and to those who hear it where that changes.
 * @param {HTMLElement} parent
 * @param {Data} data
 */
const say = (parent, { language, runs, said }) => {
  if (!language || !said) return;
  Object.assign(document.documentElement, { lang: language, dir: runs ?? "" });
  document.querySelectorAll(FOREIGN).forEach((part) => { part.setAttribute("lang", "en"); });
  const found = parent.querySelector("[role=status]");
  const status = found || document.createElement("p");
  if (!found) {
    status.className = "hh-said";
    status.setAttribute("role", "status");
    parent.append(status);
  } else if (status.getAttribute("data-said") !== said) status.textContent = said;
  status.setAttribute("data-said", said);
};

// What Streamlit unfolds at the end of the body, outside of all parts of the page: the list of a chooser, and its menu.
const LIST = "[data-testid=stSelectboxVirtualDropdown]";
const MENU = "[data-testid=stMainMenuPopover]";

/** Makes a named part of the page of each that is unfolded, for who goes from part to part; the menu is in English. */
const place = () => {
  document.querySelectorAll(`:is(${LIST}, ${MENU}):not([role=region])`).forEach((part) => {
    const name = part.querySelector("[aria-label]")?.getAttribute("aria-label");
    if (!name) return;
    part.setAttribute("role", "region");
    part.setAttribute("aria-label", name);
    if (part.matches(MENU)) part.setAttribute("lang", "en");
  });
};
// One is enough, however often boards are shown.
new MutationObserver(place).observe(document.body, { childList: true, subtree: true });

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
  listening.get(box)?.abort();
  const end = new AbortController();
  listening.set(box, end);
  const choose = () => {
    mark(box, data.chosen);
    open(box, data.chosen);
  };
  /** @param {string} html */
  const put = (html) => {
    box.dataset.version = data.version;
    fill(box, html);
    choose();
  };
  const { html, address = "", failed = "" } = data;
  if (box.dataset.version === data.version) choose();
  // The head waits for nothing.
  else if (html !== undefined) put(html);
  else {
    const { signal } = end;
    const coming = content(address);
    afterStage(() => coming.then(
      (found) => { if (!signal.aborted) put(found); },
      () => { if (!signal.aborted) fail(box, failed); },
    ), signal);
  }
  say(parentElement, data);
  box.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    speak(event, setTriggerValue);
    const button = target.closest("[data-copy]");
    if (button) copy(button);
    const folds = target.closest("[data-unfold]");
    if (folds) unfold(box, folds);
    const part = target.closest("[data-leg]");
    const leg = part?.getAttribute("data-leg");
    if (!leg || !(part instanceof HTMLElement)) return;
    setTriggerValue("leg", { id: leg === data.chosen ? null : leg });
    const back = part.closest("[data-back]")?.getAttribute("data-back");
    if (leg !== data.chosen && back) show(box, part, back);
  }, { signal: end.signal });
  addEventListener("beforeprint", toPaper, { signal: end.signal });
  return () => end.abort();
}
